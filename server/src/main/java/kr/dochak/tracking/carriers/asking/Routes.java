package kr.dochak.tracking.carriers.asking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import kr.dochak.tracking.carriers.keys.CarrierSettings;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;

/** The ways to outside systems, and which of them are open now. */
@Component
public class Routes {

    private final Map<Source, Route> routes = new EnumMap<>(Source.class);
    private final CarrierKeys keys;
    private final InstantSource clock;

    Routes(CarrierKeys keys, CarrierSettings settings, Wire wire, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        for (Source source : Source.values()) {
            routes.put(source, new Route(source, keys, settings, wire, clock));
        }
    }

    /** To be tried one after the other for this carrier's parcels: itself first, aggregators after it (TRK-5). */
    List<Route> of(CarrierId carrier) {
        return Source.of(carrier, keys.open()).stream().map(this::to).toList();
    }

    /** The way to one of them, open or not. */
    Route to(Source source) {
        return Objects.requireNonNull(routes.get(source));
    }

    private Stream<Route> openOnes() {
        return keys.open().stream().map(this::to);
    }

    /** How each of them is doing now. */
    public List<OpenRoute> open() {
        Instant now = clock.instant();
        return openOnes()
                .map(route -> new OpenRoute(
                        route.source(),
                        route.isLeftAlone(),
                        route.budget().left(now),
                        route.budget().perMinute()))
                .toList();
    }

    boolean reach(CarrierId carrier) {
        return keys.open().stream().anyMatch(source -> source.speaksOf(carrier));
    }

    /** How many parcels of these carriers can be asked about now. */
    int callsLeft(Collection<CarrierId> carriers) {
        Instant now = clock.instant();
        return openOnes()
                .filter(route -> carriers.stream().anyMatch(route.source()::speaksOf))
                .filter(Route::isPassable)
                .mapToInt(route -> route.budget().left(now))
                .sum();
    }
}
