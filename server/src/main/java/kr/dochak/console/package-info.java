/**
 * The surface of staff: live board, shipments, the trace of one order, cases. It owns no data; it asks the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "alerts :: rules",
            "alerts :: sending",
            "api",
            "calendar",
            "time",
            "pages",
            "live",
            "identity",
            "identity :: access",
            "identity :: accounts",
            "identity :: doors",
            "identity :: erasure",
            "identity :: factors",
            "identity :: malls",
            "identity :: masking",
            "identity :: roles",
            "identity :: passkeys",
            "identity :: security",
            "identity :: sessions",
            "identity :: teams",
            "identity :: vault",
            "orders",
            "orders :: imports",
            "fulfillment",
            "tracking",
            "tracking :: corrections",
            "tracking :: hubs",
            "tracking :: integrations",
            "promise",
            "promise :: causes",
            "promise :: accuracy",
            "promise :: area-kinds",
            "promise :: areas",
            "promise :: days",
            "promise :: models",
            "promise :: past",
            "promise :: windows",
            "benefits",
            "compensation",
            "messaging",
            "messaging :: trying",
            "opening",
            "care",
            "care :: answers",
            "care :: clocks",
            "care :: ratings",
            "care :: record",
            "care :: tasks",
            "insight",
            "settings",
            "webhooks"
        })
package kr.dochak.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
