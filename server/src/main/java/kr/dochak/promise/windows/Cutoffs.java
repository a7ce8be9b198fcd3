package kr.dochak.promise.windows;

import java.util.Map;
import java.util.Objects;
import kr.dochak.shared.MallId;

/** The cut-off of each mall; one without its own has the default, stored as tenant 0. */
public record Cutoffs(Map<MallId, Cutoff> byTenant) {

    public Cutoffs {
        byTenant = Map.copyOf(byTenant);
    }

    public Cutoff of(MallId tenantId) {
        Cutoff own = byTenant.get(tenantId);
        return own != null ? own : Objects.requireNonNull(byTenant.get(MallId.DEFAULT), "no default cut-off");
    }
}
