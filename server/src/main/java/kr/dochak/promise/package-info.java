/**
 * Gives delivery windows, keeps the ledger of every window shown, and finds a delay as soon as it is certain, with its
 * cause.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "approvals",
            "calendar",
            "database",
            "time",
            "settings",
            "connections",
            "live",
            "wire",
            "identity",
            "identity :: doors",
            "identity :: erasure",
            "settings",
            "orders",
            "tracking",
            "tracking :: hubs"
        })
package kr.dochak.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
