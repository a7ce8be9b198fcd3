/**
 * Staff alerts (MSG-7): what staff must know now, who hears it where and when, until somebody says that they have seen it. Modules
 * bring the kinds; nothing here lists them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "changes",
            "database",
            "time",
            "live",
            "wire",
            "settings",
            "calendar",
            "identity",
            "identity :: security",
            "identity :: vault"
        })
package kr.dochak.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
