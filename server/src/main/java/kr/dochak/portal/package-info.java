/**
 * The surface of customers: my orders, one order, benefits, inquiries, the signed tracking page. It owns no data; it asks
 * the modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "orders",
            "tracking",
            "promise",
            "benefits",
            "compensation",
            "messaging",
            "care"
        })
package kr.dochak.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
