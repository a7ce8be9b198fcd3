package kr.dochak.tracking.intake;

import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * Who sends scans.
 *
 * @param tenant the mall, which speaks only of its own parcels; 0 for whoever speaks of all malls'
 * @param carrier the one carrier that it may speak of; null for all
 */
record Reporter(long tenant, @Nullable CarrierId carrier) {

    static Reporter of(ApiCaller caller) {
        return new Reporter(caller.tenantId().value(), caller.carrier());
    }

    boolean maySpeakOf(CarrierId other) {
        return carrier == null || carrier.equals(other);
    }
}
