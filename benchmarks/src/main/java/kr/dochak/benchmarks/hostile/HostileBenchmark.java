package kr.dochak.benchmarks.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.scale.Millis;
import kr.dochak.benchmarks.scale.Senders;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.ServerApi;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/**
 * A minute of everything that strangers can do while a thousand scans a second come in and honest people open pages and log
 * in; the same without the strangers just before, as the baseline. The load generator and PostgreSQL share the processors. The
 * strangers are there while the server warms up too, which is printed: what they do for the first time is compiled then.
 *
 * <p>{@code --warm-up N} seconds, minutes of them since the optimising compiler steps back; {@code --seconds N} of each of the
 * two, {@code --rate N} scans a second, {@code --per-request N} of them together, {@code --addresses N} of each kind of stranger,
 * {@code --attack-rate N} requests a second from each, {@code --parcels N}.
 */
public final class HostileBenchmark {

    private static final String CARRIER = "bench-carrier-0123456789";
    private static final String MALL = "bench-rainbow-0123456789";
    private static final String ADMIN = "bench-admin-0123456789ab";
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.E]+)");
    private static final List<String> OLD_GENERATIONS = List.of("Tenured%20Gen", "G1%20Old%20Gen");
    private static final double MEGABYTE = 1024 * 1024;

    private final Options options;
    private final ServerPlace place;
    private final int seconds;
    private final double rate;
    private final int perRequest;

    private HostileBenchmark(Options options) {
        this.options = options;
        this.place = ServerPlace.of(
                options, "data-hostile-" + ProcessHandle.current().pid(), 18_580);
        this.seconds = options.number("seconds", 60);
        this.rate = options.number("rate", 1_000);
        this.perRequest = options.number("per-request", 1);
    }

    /** What was noticed in one stretch. */
    private record Noticed(Senders.Sent scans, Visitors visitors, CpuSeconds cpu, String load) {}

    /** Ends with 1 when anybody noticed more of the strangers than they should. */
    public static void main(String... arguments) throws Exception {
        List<Check> checks = new HostileBenchmark(
                        Options.of(arguments).otherwise("jvm", "-Xmx1g -XX:+UseSerialGC -XX:MetaspaceSize=256m"))
                .run();
        checks.forEach(System.out::println);
        if (!checks.stream().allMatch(Check::holds)) {
            System.exit(1);
        }
    }

    private List<Check> run() throws Exception {
        Files.createDirectories(place.data());
        try (ServerProcess server = start();
                ServerApi api = new ServerApi(place.url(), ADMIN)) {
            Shop shop = Shop.of(api, MALL, options.number("parcels", 2_000));
            print("first", stretch(server, shop, options.number("warm-up", 180), true));
            // Not just before the strangers come: a collection stops everything for half a second.
            double oldBefore = oldGeneration(server);
            // What waited while strangers met a cold server is made up for now; it is no part of either measure.
            print("made up", stretch(server, shop, seconds, false));
            Noticed before = stretch(server, shop, seconds, false);
            print("alone", before);
            Noticed meanwhile = stretch(server, shop, seconds, true);
            print("attacked", meanwhile);
            double oldAfter = oldGeneration(server);
            return checks(before, meanwhile, oldBefore, oldAfter);
        }
    }

    private ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(
                place,
                List.of("--dochak.promise.models=false"),
                Map.of(
                        "DOCHAK_DEMO",
                        "true",
                        "DOCHAK_DEMO_PASSWORD",
                        Visitors.PASSWORD,
                        "DOCHAK_VAULT_KEY",
                        Shop.VAULT_KEY,
                        "DOCHAK_KEYS",
                        "rainbow=" + MALL,
                        "DOCHAK_CARRIER_KEY",
                        CARRIER,
                        "DOCHAK_ADMIN_KEY",
                        ADMIN));
    }

    private Noticed stretch(ServerProcess server, Shop shop, int length, boolean attacked) throws Exception {
        CpuSeconds cpu = server.cpu();
        long end = System.nanoTime() + length * 1_000_000_000L;
        Visitors visitors = new Visitors(place.httpPort(), shop);
        Senders.Sent scans;
        try (Crowd crowd = new Crowd()) {
            visitors.visit(options.number("pages", 10), options.number("log-ins", 1), end, crowd);
            Attack attack = new Attack(place.httpPort(), shop, end, crowd);
            if (attacked) {
                attack.begin(options.number("addresses", 10), options.number("attack-rate", 120));
            }
            scans = new Senders(place.httpPort(), CARRIER, options.number("connections", 64))
                    .send(length, rate / perRequest, unused -> body(shop));
            if (attacked) {
                System.out.println("what became of it: " + attack);
            }
        }
        return new Noticed(scans, visitors, server.cpu().since(cpu), load());
    }

    private String body(Shop shop) {
        if (perRequest == 1) {
            return shop.scan();
        }
        StringBuilder scans = new StringBuilder("[").append(shop.scan());
        for (int i = 1; i < perRequest; i++) {
            scans.append(',').append(shop.scan());
        }
        return scans.append(']').toString();
    }

    private void print(String name, Noticed noticed) {
        System.out.printf(
                "%-9s %,.0f scans/s, due → answered %s%n          pages %s%n          log-ins %s%n"
                        + "          slowest scan of each second, ms: %s%n"
                        + "          not served: %,d of %,d%s; JVM %.1f and PostgreSQL %.1f CPU s; load average %s%n",
                name,
                noticed.scans().perSecond() * perRequest,
                noticed.scans().millis(),
                noticed.visitors().pages(),
                noticed.visitors().logins(),
                Arrays.toString(noticed.scans().slowest()),
                noticed.visitors().turnedAway(),
                noticed.visitors().turnedAway()
                        + noticed.visitors().pages().sorted().length
                        + noticed.visitors().logins().sorted().length,
                noticed.visitors().reasons(),
                noticed.cpu().jvm(),
                noticed.cpu().database(),
                noticed.load());
    }

    private static List<Check> checks(Noticed alone, Noticed attacked, double oldBefore, double oldAfter) {
        Millis scans = attacked.scans().millis();
        double grown = (oldAfter - oldBefore) / MEGABYTE;
        return List.of(
                under("scans, p99", scans, alone.scans().millis(), 250),
                under(
                        "pages, p99",
                        attacked.visitors().pages(),
                        alone.visitors().pages(),
                        2_000),
                under(
                        "log-ins, p99",
                        attacked.visitors().logins(),
                        alone.visitors().logins(),
                        2_000),
                new Check(
                        "old generation after a collection, within 50 MB",
                        grown < 50,
                        "%.0f MB before, %.0f MB after".formatted(oldBefore / MEGABYTE, oldAfter / MEGABYTE)));
    }

    private static Check under(String what, Millis found, Millis alone, double most) {
        return new Check(
                "%s under %.0f ms".formatted(what, most),
                found.sorted().length > 0 && found.at(.99) < most,
                "%.1f ms, alone %.1f ms (%.1f times)"
                        .formatted(found.at(.99), alone.at(.99), found.at(.99) / Math.max(.1, alone.at(.99))));
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    /**
     * Bytes that are still in use after everything that can be thrown away was. One collection and no second one: two in a row throw
     * away all compiled code that did not run between them, and the minute after measured how a server compiles.
     */
    private double oldGeneration(ServerProcess server) throws IOException, InterruptedException {
        Path jcmd = place.java().resolveSibling("jcmd");
        new ProcessBuilder(jcmd.toString(), "" + server.pid(), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String each : OLD_GENERATIONS) {
                URI used = URI.create("http://localhost:" + server.managementPort()
                        + "/actuator/metrics/jvm.memory.used?tag=id:" + each);
                Matcher value = VALUE.matcher(
                        client.send(HttpRequest.newBuilder(used).build(), HttpResponse.BodyHandlers.ofString())
                                .body());
                if (value.find()) {
                    return Double.parseDouble(value.group(1));
                }
            }
        }
        throw new IllegalStateException("nobody says how much of the old generation is in use");
    }
}
