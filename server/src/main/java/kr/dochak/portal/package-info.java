/**
 * The surface of customers: my orders, one order, benefits, inquiries, the signed tracking page. It owns no data; it asks
 * the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "time",
            "pages",
            "live",
            "identity",
            "identity :: doors",
            "identity :: vault",
            "orders",
            "tracking",
            "promise",
            "promise :: windows",
            "benefits",
            "compensation",
            "messaging",
            "care",
            "care :: ratings",
            "care :: record"
        })
package kr.dochak.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
