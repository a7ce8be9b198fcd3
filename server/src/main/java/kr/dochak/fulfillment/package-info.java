/**
 * Hands parcels over to carriers: which shipment carries which orders (FUL-4), and which of them belong to cancelled ones.
 * Picking and packing will live here too.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "api",
            "settings",
            "identity",
            "identity :: doors",
            "orders",
            "tracking",
            "tracking :: carriers"
        })
package kr.dochak.fulfillment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
