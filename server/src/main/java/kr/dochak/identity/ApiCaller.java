package kr.dochak.identity;

import kr.dochak.shared.MallId;

/**
 * A system that called the API with a key: a mall (its tenant's orders, shipments and scans) or a carrier (scans only).
 *
 * @param tenantId the mall's tenant; 0 for a carrier's key, which serves all malls
 */
public record ApiCaller(MallId tenantId, Scope scope) {

    /** What a key opens. */
    public enum Scope {
        MALL,
        CARRIER,
        ADMIN
    }
}
