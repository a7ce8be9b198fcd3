package kr.dochak.tracking.carriers.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.ConnectionPlan;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Filled;
import kr.dochak.tracking.carriers.Source;
import org.springframework.stereotype.Component;

/** Which outside systems are asked and by which keys, as it counts now: by the page, or else by the environment (SET-1). */
@Component
public class CarrierKeys implements ConnectionPlan {

    private final Connections connections;
    private final CarrierSettings settings;
    private final Map<Source, Connection<CarrierSettings.Route>> sources = new EnumMap<>(Source.class);
    private final Connection<String> callBacks;

    CarrierKeys(Connections connections, CarrierSettings settings) {
        this.connections = connections;
        this.settings = settings;
        for (Source source : Source.values()) {
            sources.put(source, source.isAggregator() ? aggregator(source) : carrier(source));
        }
        this.callBacks = new Connection<>(
                "call-backs",
                Kind.AGGREGATOR,
                List.of(new ConnectionField("hook-secret", Type.SECRET, settings.hookSecret())),
                filled -> filled.text("hook-secret"));
    }

    @Override
    public List<Connection<?>> connections() {
        List<Connection<?>> all = new ArrayList<>(sources.values());
        all.add(callBacks);
        return List.copyOf(all);
    }

    /** How a system is asked. */
    public CarrierSettings.Route of(Source source) {
        return connections.of(Objects.requireNonNull(sources.get(source)));
    }

    /** Whether it is asked: a carrier when it is switched on, an aggregator when it has a key besides. */
    public boolean isOpen(Source source) {
        CarrierSettings.Route route = of(source);
        return route.on() && (!source.isAggregator() || !route.key().isBlank());
    }

    /** What may be asked at all, carriers before aggregators. */
    public List<Source> open() {
        return Arrays.stream(Source.values()).filter(this::isOpen).toList();
    }

    /** The part of the call-back address that nobody can guess. */
    public String hookSecret() {
        return connections.of(callBacks);
    }

    /** Where aggregators can call us back; empty means they cannot. */
    public String publicUrl() {
        return settings.publicUrl();
    }

    private Connection<CarrierSettings.Route> carrier(Source source) {
        CarrierSettings.Route given = settings.of(source);
        return new Connection<>(
                source.id(),
                Kind.CARRIER,
                List.of(
                        ConnectionField.onOff("on", given.on()),
                        new ConnectionField("per-minute", Type.CALLS, Integer.toString(given.perMinute()))),
                filled -> route(given, filled));
    }

    private Connection<CarrierSettings.Route> aggregator(Source source) {
        CarrierSettings.Route given = settings.of(source);
        return new Connection<>(
                source.id(),
                Kind.AGGREGATOR,
                List.of(
                        ConnectionField.onOff("on", true),
                        new ConnectionField("key", Type.SECRET, given.key()),
                        new ConnectionField("per-minute", Type.CALLS, Integer.toString(given.perMinute())),
                        ConnectionField.onOff("push", given.push())),
                filled -> route(given, filled));
    }

    private static CarrierSettings.Route route(CarrierSettings.Route given, Filled filled) {
        return new CarrierSettings.Route(
                filled.isOn("on"), given.url(), filled.text("key"), filled.number("per-minute"), filled.isOn("push"));
    }
}
