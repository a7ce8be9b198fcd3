package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;

/** The ways to outside systems that are open by the settings. */
@Component
public class Routes {

    private final Map<Source, Route> routes = new EnumMap<>(Source.class);
    private final InstantSource clock;

    Routes(CarrierSettings settings, Wire wire, InstantSource clock) {
        this.clock = clock;
        settings.open().forEach(source -> routes.put(source, new Route(source, settings, wire, clock)));
    }

    /** To be tried one after the other for this carrier's parcels: itself first, aggregators after it (TRK-5). */
    List<Route> of(String carrier) {
        return Source.of(carrier, List.copyOf(routes.keySet())).stream()
                .map(source -> Objects.requireNonNull(routes.get(source)))
                .toList();
    }

    List<Route> all() {
        return List.copyOf(routes.values());
    }

    /** How each of them is doing now. */
    public List<OpenRoute> open() {
        Instant now = clock.instant();
        return routes.values().stream()
                .map(route -> new OpenRoute(
                        route.source(),
                        route.isLeftAlone(),
                        route.budget().left(now),
                        route.budget().perMinute()))
                .toList();
    }

    boolean reach(String carrier) {
        return routes.keySet().stream().anyMatch(source -> source.speaksOf(carrier));
    }

    /** How many parcels of these carriers can be asked about now. */
    int callsLeft(Collection<String> carriers) {
        Instant now = clock.instant();
        return routes.values().stream()
                .filter(route -> carriers.stream().anyMatch(route.source()::speaksOf))
                .filter(Route::isPassable)
                .mapToInt(route -> route.budget().left(now))
                .sum();
    }
}
