package kr.dochak.promise.areas;

import java.time.Duration;
import java.util.List;
import kr.dochak.promise.areas.AreaStanding.Observed;
import kr.dochak.promise.areas.AreaWay.Leg;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** What pages show of areas: which warnings stand, what hangs on them, and how the sources are doing. */
@Component
public class Areas {

    private final AreaQuery query;
    private final AreaWarnings warnings;
    private final AreaKeys keys;
    private final List<AreaRoute> routes;

    Areas(AreaQuery query, AreaWarnings warnings, AreaKeys keys, List<AreaRoute> routes) {
        this.query = query;
        this.warnings = warnings;
        this.keys = keys;
        this.routes = routes;
    }

    /** False where no source has a key. */
    public boolean areReceived() {
        return warnings.areReceived();
    }

    public List<AreaHealth> health() {
        return routes.stream().map(AreaHealth::of).toList();
    }

    /** What stands now, the most promises first. */
    public List<AreaStanding> standing(MallId tenantId) {
        return query.standing(tenantId, keys.open()).stream()
                .map(row -> warnings.effect(row.kind(), row.level(), Leg.WAY)
                        .map(effect -> learned(row, effect))
                        .orElse(row))
                .toList();
    }

    private static AreaStanding learned(AreaStanding row, AreaEffect effect) {
        return new AreaStanding(
                row.province(),
                row.kind(),
                row.level(),
                row.codes(),
                row.zones(),
                row.zone(),
                row.knownAt(),
                row.from(),
                row.promises(),
                effect.extra().orElse(null),
                new Observed(effect.deliveries(), Duration.ofSeconds(effect.extraSeconds())));
    }
}
