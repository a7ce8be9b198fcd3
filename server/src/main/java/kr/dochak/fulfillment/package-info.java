/**
 * Hands parcels over to carriers: which shipment carries which orders (FUL-4). Picking and packing will live here too.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "api", "identity", "identity :: doors", "orders", "tracking"})
package kr.dochak.fulfillment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
