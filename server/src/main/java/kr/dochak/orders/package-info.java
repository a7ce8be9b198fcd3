/**
 * Takes orders in from malls and files, keeps their revisions and history, and announces what was ordered. It does not know
 * shipments or promises.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "time",
            "api",
            "live",
            "settings",
            "identity",
            "identity :: doors",
            "identity :: erasure",
            "identity :: masking",
            "identity :: vault",
            "sheets"
        })
package kr.dochak.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
