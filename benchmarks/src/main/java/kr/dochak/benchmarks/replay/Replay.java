package kr.dochak.benchmarks.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerApi;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/**
 * Plays a shop's past through a server of its own, or one that runs already ({@code --url}), and checks the books after.
 *
 * <p>{@code --orders FOLDER} the files; {@code --mapping olist}; {@code --limit N} only the first orders; {@code --data}
 * the server's folder, kept: a second run finds everything there, one after a crash goes on; {@code --span PT2H} the
 * longest stretch told at once; {@code --grain PT10M} due moments nearer than this are dealt with together;
 * {@code --models} lets the server learn models of the way too, which a driven world waits for; {@code --report FILE}.
 */
public final class Replay {

    private static final String KEY = "replay-key-0123456789abcdef";
    private static final String CARRIER_KEY = "replay-carrier-0123456789abcdef";
    private static final String ADMIN_KEY = "replay-admin-0123456789abcdef";
    private static final Duration AFTER_THE_END = Duration.ofDays(2);

    private final Options options;
    private final ServerPlace place;
    private final Map<Oddity, Integer> oddities;
    private final List<PastOrder> orders;
    private final List<Happening> happenings;
    private final List<Chunk> chunks;
    private final Mapping mapping;
    private final Duration span;
    private final Duration grain;

    private Replay(Options options) throws java.io.IOException {
        this.options = options;
        this.place = ServerPlace.of(options, "data-replay", 18_080);
        this.mapping = Mapping.read(options.text("mapping", "olist"));
        this.span = options.duration("span", Duration.ofHours(2));
        this.grain = options.duration("grain", Duration.ofMinutes(10));
        History history = History.read(options.path("orders", "../shared/data/olist"), mapping);
        this.oddities = history.oddities();
        this.orders = history.orders(options.number("limit", Integer.MAX_VALUE));
        this.happenings = Happening.of(orders);
        this.chunks = Chunk.of(happenings, span, options.number("most", 1_000));
    }

    /** Ends with 1 when a check does not hold. */
    public static void main(String... arguments) throws Exception {
        Replay replay = new Replay(Options.of(arguments));
        Report report = replay.run();
        report.print(System.out);
        Path file = replay.options.path(
                "report", replay.place.data().resolve("replay-report.json").toString());
        report.write(file);
        System.out.println("\nReport: " + file);
        if (!report.isGood()) {
            System.exit(1);
        }
    }

    private Report run() throws Exception {
        Files.createDirectories(place.data());
        System.out.printf(
                "%,d orders, %,d happenings, %,d stretches%n", orders.size(), happenings.size(), chunks.size());
        if (options.has("url")) {
            return play(options.required("url"), null);
        }
        Instant start = happenings.getFirst().at().minus(Duration.ofDays(1));
        try (ServerProcess server = ServerProcess.start(
                place,
                List.of(
                        "--dochak.clock.mode=DRIVEN",
                        "--dochak.clock.start=" + start,
                        "--dochak.promise.models=" + options.has("models")),
                Map.of(
                        "DOCHAK_DEMO",
                        "true",
                        "DOCHAK_KEYS",
                        "rainbow=" + KEY,
                        "DOCHAK_CARRIER_KEY",
                        CARRIER_KEY,
                        "DOCHAK_ADMIN_KEY",
                        ADMIN_KEY))) {
            return play(place.url(), server);
        }
    }

    private Report play(String url, @org.jspecify.annotations.Nullable ServerProcess server) throws Exception {
        try (ServerApi api = new ServerApi(url, options.text("admin-key", ADMIN_KEY))) {
            Teller teller = new Teller(
                    api, options.text("mall-key", KEY), options.text("carrier-key", CARRIER_KEY), mapping.carrier());
            Path progressFile = place.data().resolve("replay-progress.json");
            Progress before = Progress.read(progressFile, plan());
            Player player = new Player(api, teller, grain, progressFile);
            Map<String, Object> run = new LinkedHashMap<>();
            CpuSeconds cpu = server == null ? new CpuSeconds(0, 0) : server.cpu();
            long begun = System.nanoTime();
            Tally tally =
                    before.tally().chunks() < chunks.size() ? played(player, before, run) : again(player, before, run);
            double seconds = (System.nanoTime() - begun) / 1e9;
            run.put("seconds", Math.round(seconds * 10) / 10.0);
            if (server != null) {
                CpuSeconds used = server.cpu().since(cpu);
                run.put("CPU seconds of the server", Math.round(used.jvm()));
                run.put("CPU seconds of PostgreSQL", Math.round(used.database()));
                run.put("start of the server", server.startedIn().toMillis() + " ms");
            }
            return report(run, tally);
        }
    }

    private Tally played(Player player, Progress before, Map<String, Object> run) throws Exception {
        long done = before.tally().orders();
        run.put("orders played in this run", orders.size() - done);
        run.put("orders found played", done);
        run.put("grain of the clock", grain);
        run.put("how late the server hears, p50 p99 max", lateness());
        ProgressLine line = new ProgressLine(System.out, before.tally(), orders.size(), chunks.size());
        return player.play(chunks, before, line, end());
    }

    private Tally again(Player player, Progress before, Map<String, Object> run) throws Exception {
        System.out.println("All of it is there already; telling it once more.");
        run.put("told once more", player.again(happenings).outcomes());
        return before.tally();
    }

    /** When all that was promised is over. */
    private Instant end() {
        Instant last = happenings.getLast().at();
        Instant promised = orders.stream()
                .map(PastOrder::promisedTo)
                .max(Instant::compareTo)
                .orElse(last);
        return (promised.isAfter(last) ? promised : last).plus(AFTER_THE_END);
    }

    private String lateness() {
        long[] late = chunks.stream()
                .flatMapToLong(chunk -> chunk.happenings().stream()
                        .mapToLong(
                                each -> Duration.between(each.at(), chunk.end()).toSeconds()))
                .sorted()
                .toArray();
        return Duration.ofSeconds(late[late.length / 2])
                + " " + Duration.ofSeconds(late[(int) (late.length * 0.99)])
                + " " + Duration.ofSeconds(late[late.length - 1]);
    }

    private String plan() {
        return "%d orders, %d happenings in %d stretches of %s"
                .formatted(orders.size(), happenings.size(), chunks.size(), span);
    }

    private Report report(Map<String, Object> run, Tally tally) throws Exception {
        try (Database database = new Database(options.text("db-url", place.databaseUrl()))) {
            return new Report(run, oddities, tally, Figures.of(database), Accounts.of(database, orders, tally));
        }
    }
}
