/**
 * Carriers, shipments and their scans: what is durable, in which order it happened, and which status follows. It does not
 * know that promises exist.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "calendar",
            "database",
            "time",
            "settings",
            "api",
            "connections",
            "live",
            "wire",
            "identity",
            "identity :: doors",
            "identity :: vault"
        })
package kr.dochak.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
