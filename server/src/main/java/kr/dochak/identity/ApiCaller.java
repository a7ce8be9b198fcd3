package kr.dochak.identity;

import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * A system that called the API with a key: a mall (its tenant's orders, shipments and scans) or a carrier (scans only).
 *
 * @param tenantId the mall's tenant; 0 for a carrier's key, which serves all malls
 * @param carrier the one carrier whose scans this key may send; null where it is bound to none
 */
public record ApiCaller(
        MallId tenantId, Scope scope, @Nullable CarrierId carrier) {

    /** A key that is bound to no carrier. */
    public ApiCaller(MallId tenantId, Scope scope) {
        this(tenantId, scope, null);
    }

    /** What a key opens. */
    public enum Scope {
        MALL,
        CARRIER,
        ADMIN
    }
}
