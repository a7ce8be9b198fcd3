/**
 * Tells other systems what happens to parcels and promises: endpoints a mall registers, an outbox, signed requests that are
 * repeated for days. It listens only; no module of the business knows of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: chance",
            "alerts",
            "changes",
            "database",
            "time",
            "settings",
            "wire",
            "identity",
            "identity :: doors",
            "identity :: vault",
            "orders",
            "tracking",
            "promise"
        })
package kr.dochak.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
