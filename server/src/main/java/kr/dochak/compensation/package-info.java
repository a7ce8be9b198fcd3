/**
 * Decides by public policy what a broken promise is worth, and has it granted exactly once for each promise and rule.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "changes",
            "approvals",
            "database",
            "time",
            "live",
            "identity",
            "identity :: erasure",
            "settings",
            "orders",
            "promise",
            "benefits"
        })
package kr.dochak.compensation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
