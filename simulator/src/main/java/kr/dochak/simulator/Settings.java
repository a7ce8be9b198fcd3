package kr.dochak.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.simulator.carriers.Carrier;

/** Settings from the environment; arguments of the form NAME=value go before it. */
public record Settings(Map<String, String> values) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("DOCHAK_URL", "http://localhost:8080"),
            Map.entry("DOCHAK_KEYS", "rainbow=dev-rainbow-key,hangang=dev-hangang-key"),
            Map.entry("DOCHAK_CARRIER_KEY", "dev-carrier-key"),
            Map.entry("DOCHAK_CARRIER_KEYS", ""),
            Map.entry("DOCHAK_ADMIN_KEY", "dev-admin-key"),
            Map.entry("DOCHAK_WEBHOOK_SIGNATURE", "dev-webhook-signature"),
            Map.entry("DOCHAK_VENDOR_APP_KEY", ""),
            Map.entry("DOCHAK_VENDOR_SECRET", ""),
            Map.entry("DOCHAK_SIM_BIND", "127.0.0.1"),
            Map.entry("DOCHAK_SIM_PORT", "8090"),
            Map.entry("DOCHAK_SIM_SMTP_PORT", "3025"),
            Map.entry("DOCHAK_SIM_ASKED_CARRIERS", ""),
            Map.entry("DOCHAK_SIM_SWEETTRACKER_KEY", ""),
            Map.entry("DOCHAK_SIM_SWEETTRACKER_SECRET", "dev-sweettracker-secret"),
            Map.entry("DOCHAK_SIM_TRACKER_KEY", ""),
            Map.entry("DOCHAK_SIM_STORMS", "0"),
            Map.entry("DOCHAK_SIM_INCIDENTS", "0"),
            Map.entry("DOCHAK_SIM_PUBLIC_KEY", ""),
            Map.entry("DOCHAK_SIM_SEED", "20261123"),
            Map.entry("DOCHAK_SIM_ORDERS_PER_DAY", "400"),
            Map.entry("DOCHAK_SIM_QUIET_DAYS", "0"),
            Map.entry("DOCHAK_SIM_BACKFILL_DAYS", "0"),
            Map.entry("DOCHAK_SIM_DATA", ""),
            Map.entry("DOCHAK_SIM_HISTORY_UNTIL", ""),
            Map.entry("DOCHAK_SIM_STAFF", "false"),
            Map.entry("DOCHAK_DEMO_PASSWORD", "dochak-demo"));

    static Settings of(Map<String, String> environment, String... arguments) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        environment.forEach((name, value) -> values.computeIfPresent(name, (known, before) -> value));
        Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> values.put(pair[0], pair[1]));
        return new Settings(Map.copyOf(values));
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(text(name).strip());
    }

    public long seed() {
        return Long.parseLong(text("DOCHAK_SIM_SEED").strip());
    }

    /** Carriers that push no scans but wait to be asked, {@code kr.cjlogistics,kr.lotte}. */
    Set<Carrier> askedCarriers() {
        return Arrays.stream(text("DOCHAK_SIM_ASKED_CARRIERS").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(Carrier::ofId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The key of each mall. */
    Map<String, String> keys() {
        return ofLine("DOCHAK_KEYS");
    }

    /** The keys of single carriers, by their ids. */
    Map<String, String> carrierKeys() {
        return ofLine("DOCHAK_CARRIER_KEYS");
    }

    private Map<String, String> ofLine(String name) {
        return Arrays.stream(text(name).split(","))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
