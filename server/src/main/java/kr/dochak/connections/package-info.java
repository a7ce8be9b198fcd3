/**
 * What the company is connected to (SET-1): senders of messages, carriers, aggregators and public services, with the keys and switches
 * that count now. Modules bring their connections as beans; this module calls nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: chance",
            "database",
            "time",
            "changes",
            "alerts",
            "identity",
            "identity :: vault"
        })
package kr.dochak.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
