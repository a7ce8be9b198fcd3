package kr.dochak.promise.areas;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.ConnectionPlan;
import kr.dochak.connections.Connections;
import kr.dochak.promise.areas.feeds.AreaSource;
import org.springframework.stereotype.Component;

/** By which keys the public services are asked for warnings, as it counts now; one without a key is not (SET-1). */
@Component
class AreaKeys implements ConnectionPlan {

    private final Connections connections;
    private final Map<AreaSource, Connection<String>> services = new EnumMap<>(AreaSource.class);

    AreaKeys(Connections connections, AreaSettings settings) {
        this.connections = connections;
        for (AreaSource source : AreaSource.values()) {
            services.put(source, service(source, settings.of(source).key()));
        }
    }

    private static Connection<String> service(AreaSource source, String given) {
        return new Connection<>(
                source.name().toLowerCase(Locale.ROOT),
                Kind.SERVICE,
                List.of(ConnectionField.onOff("on", true), new ConnectionField("key", Type.SECRET, given)),
                filled -> filled.isOn("on") ? filled.text("key") : "");
    }

    @Override
    public List<Connection<?>> connections() {
        return List.copyOf(services.values());
    }

    /** Its key; empty when it is not asked. */
    String key(AreaSource source) {
        return connections.of(Objects.requireNonNull(services.get(source)));
    }

    boolean isOpen(AreaSource source) {
        return !key(source).isBlank();
    }

    /** Asked at every look at a promise. */
    boolean isAnyOpen() {
        for (AreaSource source : services.keySet()) {
            if (isOpen(source)) {
                return true;
            }
        }
        return false;
    }

    List<AreaSource> open() {
        return Arrays.stream(AreaSource.values()).filter(this::isOpen).toList();
    }
}
