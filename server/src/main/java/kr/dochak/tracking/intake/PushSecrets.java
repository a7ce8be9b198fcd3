package kr.dochak.tracking.intake;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.ConnectionPlan;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Rotated;
import kr.dochak.shared.Carrier;
import org.springframework.stereotype.Component;

/**
 * By which secrets carriers sign what they send, as it counts now: by the page, or else by the environment (SET-1). After a new one
 * the former counts for the hours that the page says, so that both sides need not change at the same moment.
 */
@Component
class PushSecrets implements ConnectionPlan {

    static final String SECRET = "signing-secret";
    static final String HOURS = "former-hours";
    private static final String USUAL_HOURS = "48";

    private final Connections connections;
    private final InstantSource clock;
    private final Map<String, Connection<Rotated>> carriers = new LinkedHashMap<>();

    PushSecrets(Connections connections, CarrierWebhooks given, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
        Stream.concat(Carrier.known().stream().map(Carrier::id), given.carriers().stream())
                .forEach(carrier -> carriers.putIfAbsent(carrier, connection(carrier, given)));
    }

    private static Connection<Rotated> connection(String carrier, CarrierWebhooks given) {
        return new Connection<>(
                Connection.PUSHED + carrier,
                Kind.PUSH,
                carrier,
                List.of(
                        new ConnectionField(
                                SECRET, Type.SIGNING, given.secretOf(carrier).orElse("")),
                        new ConnectionField(HOURS, Type.HOURS, USUAL_HOURS)),
                filled -> Rotated.of(filled, SECRET, HOURS));
    }

    @Override
    public List<Connection<?>> connections() {
        return List.copyOf(carriers.values());
    }

    /** The secrets that this carrier may sign with now; none when it is not believed. */
    List<String> of(String carrier) {
        Connection<Rotated> connection = carriers.get(carrier);
        return connection == null ? List.of() : connections.of(connection).at(clock.instant());
    }
}
