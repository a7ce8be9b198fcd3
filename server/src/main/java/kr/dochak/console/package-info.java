/**
 * The surface of staff: live board, shipments, the trace of one order, cases. It owns no data; it asks the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "time",
            "pages",
            "live",
            "identity",
            "identity :: doors",
            "identity :: vault",
            "orders",
            "tracking",
            "tracking :: hubs",
            "tracking :: integrations",
            "promise",
            "promise :: accuracy",
            "promise :: area-kinds",
            "promise :: areas",
            "promise :: models",
            "promise :: windows",
            "benefits",
            "compensation",
            "messaging",
            "care",
            "care :: answers",
            "care :: clocks",
            "care :: ratings",
            "care :: record",
            "insight",
            "webhooks"
        })
package kr.dochak.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
