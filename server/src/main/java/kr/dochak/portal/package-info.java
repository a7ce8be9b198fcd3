/**
 * The surface of customers: my orders, one order, benefits, inquiries, the signed tracking page. It owns no data; it asks
 * the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: chance",
            "time",
            "pages",
            "live",
            "identity",
            "identity :: access",
            "identity :: codes",
            "identity :: doors",
            "identity :: erasure",
            "identity :: passkeys",
            "identity :: sessions",
            "identity :: vault",
            "identity :: whose",
            "orders",
            "tracking",
            "promise",
            "promise :: windows",
            "benefits",
            "compensation",
            "messaging",
            "messaging :: reasons",
            "care",
            "care :: ratings",
            "care :: record",
            "care :: tasks"
        })
package kr.dochak.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
