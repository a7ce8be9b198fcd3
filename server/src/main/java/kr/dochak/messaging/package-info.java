/** Notifies the customer, first and once: templates, channels, fall-back from one to the next, and the inbox. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "changes",
            "approvals",
            "database",
            "time",
            "connections",
            "live",
            "wire",
            "identity",
            "identity :: doors",
            "identity :: erasure",
            "identity :: masking",
            "identity :: vault",
            "settings",
            "orders",
            "tracking",
            "promise",
            "promise :: windows",
            "promise :: causes",
            "promise :: reach",
            "compensation"
        })
package kr.dochak.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
