/**
 * The surface of staff: live board, shipments, the trace of one order, cases. It owns no data; it asks the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "orders",
            "tracking",
            "tracking :: integrations",
            "tracking :: hubs",
            "promise",
            "promise :: accuracy",
            "promise :: areas",
            "benefits",
            "compensation",
            "messaging",
            "care",
            "insight",
            "webhooks"
        })
package kr.dochak.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
