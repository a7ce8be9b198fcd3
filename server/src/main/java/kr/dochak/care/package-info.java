/**
 * What is left for people: cases with an owner and a clock, and the conversation with the customer.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "calendar",
            "database",
            "time",
            "live",
            "identity",
            "identity :: doors",
            "identity :: erasure",
            "identity :: masking",
            "identity :: vault",
            "settings",
            "orders",
            "tracking",
            "promise",
            "messaging"
        })
package kr.dochak.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
