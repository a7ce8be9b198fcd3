package kr.dochak.promise;

import java.util.Map;
import java.util.Objects;

/** The cut-off of each mall; one without its own has the default, kept as tenant 0. */
record Cutoffs(Map<Long, Cutoff> byTenant) {

    Cutoffs {
        byTenant = Map.copyOf(byTenant);
    }

    Cutoff of(long tenantId) {
        Cutoff own = byTenant.get(tenantId);
        return own != null ? own : Objects.requireNonNull(byTenant.get(0L), "no default cut-off");
    }
}
