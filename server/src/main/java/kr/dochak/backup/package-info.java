/**
 * Copies of everything that is kept, and what a restored copy may do: it sends nothing until an owner says so, and who was
 * erased since is erased in it too.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "changes",
            "settings",
            "database",
            "time",
            "pages",
            "identity",
            "identity :: doors",
            "identity :: erasure",
            "identity :: security"
        })
package kr.dochak.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
