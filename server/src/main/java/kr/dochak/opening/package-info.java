/**
 * The first day of a mall (SET-2): what is still missing before it opens, deliveries of the months before, and orders that
 * try the whole way out.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: chance",
            "alerts",
            "database",
            "time",
            "identity",
            "identity :: malls",
            "settings",
            "sheets",
            "orders",
            "fulfillment",
            "tracking",
            "tracking :: integrations",
            "promise",
            "promise :: past",
            "messaging",
            "messaging :: trying",
            "backup"
        })
package kr.dochak.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
