package kr.dochak.benchmarks.korea;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;
import kr.dochak.benchmarks.server.SimulatedKorea;

/**
 * Drives a server and the simulator through weeks of small Korea and reports how windows held: by carrier and by large lane,
 * week by week, with what the drift alarm said and how early delays were foreseen (PRM-1, PRM-4, PRM-5).
 *
 * <p>The measured days contain the harvest festival, a night in which the largest hub is jammed, and a carrier of whose
 * parcels a part lies a night longer from then on. {@code --days N} measured, {@code --warm-up N} days before,
 * {@code --orders-per-day N}, {@code --seed N}, {@code --slow-share X} of the slow carrier's parcels, {@code --storms X} of
 * the provinces each day, told by the weather service; {@code --large-lane N} deliveries make a lane large: of fewer, two points
 * are luck.
 */
public final class EvaluateKorea {

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    /** Two weeks before the harvest festival of 2026, which is on 24 to 26 September. */
    private static final LocalDate MEASURED_FROM = LocalDate.parse("2026-09-10");

    private static final int JAM_AFTER = 5;
    private static final int SLOW_AFTER = 19;
    /** What is delivered on the last day is counted when the day is over, and late scans have come. */
    private static final int AFTERWARDS = 2;

    private static final String KEYS = "rainbow=korea-rainbow-0123456789,hangang=korea-hangang-0123456789";

    private final Options options;
    private final ServerPlace place;
    private final LocalDate begin;
    private final LocalDate until;

    private EvaluateKorea(Options options) {
        this.options = options;
        this.place =
                ServerPlace.of(options, "data-korea-" + ProcessHandle.current().pid(), 18_480);
        this.begin = MEASURED_FROM.minusDays(options.number("warm-up", 28));
        this.until = MEASURED_FROM.plusDays(options.number("days", 30));
    }

    public static void main(String... arguments) throws Exception {
        new EvaluateKorea(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        try (ServerProcess server = start();
                SimulatedKorea korea = simulator()) {
            korea.awaitBirth();
            for (LocalDate day = begin; day.isBefore(until.plusDays(AFTERWARDS)); day = day.plusDays(1)) {
                befall(korea, day);
                drive(korea, day.plusDays(1));
                System.out.printf(
                        "%s  %,d orders, shipments and scans taken in, %,.0f CPU s%n",
                        day, korea.acknowledged(), server.cpu().total());
            }
            try (Database database = new Database(place.databaseUrl())) {
                new KoreaReport(database, MEASURED_FROM, until, options.number("large-lane", 600)).print(System.out);
            }
        }
    }

    /** What goes wrong on purpose, at the beginning of its day. */
    private void befall(SimulatedKorea korea, LocalDate day) throws InterruptedException {
        if (day.equals(MEASURED_FROM.plusDays(JAM_AFTER))) {
            korea.control("jams", Map.of("hub", "옥천HUB", "hours", 36));
            System.out.println("the hub of Okcheon is jammed until noon tomorrow");
        }
        if (day.equals(MEASURED_FROM.plusDays(SLOW_AFTER))) {
            double share = Double.parseDouble(options.text("slow-share", "0.4"));
            korea.control("slowness", Map.of("carrier", "kr.lotte", "share", share));
            System.out.println("Lotte becomes slow: a night more for a share of " + share);
        }
    }

    private void drive(SimulatedKorea korea, LocalDate to) throws InterruptedException {
        korea.control(
                "clock",
                Map.of(
                        "to",
                        to.atStartOfDay().atOffset(KOREA).toString(),
                        "step",
                        options.number("step", 900),
                        "grain",
                        Duration.ofMinutes(5).toSeconds()));
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(
                place,
                List.of(
                        "--dochak.clock.mode=DRIVEN",
                        "--dochak.clock.start=" + begin.atStartOfDay().toInstant(KOREA)),
                environment());
    }

    private SimulatedKorea simulator() throws Exception {
        Path jar = options.path("simulator-jar", "simulator/target/dochak-simulator-0.1.0.jar");
        return SimulatedKorea.start(place.java(), jar, place.data(), place.httpPort() + 3, environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DOCHAK_DEMO", "true");
        environment.put("DOCHAK_URL", place.url());
        environment.put("DOCHAK_KEYS", KEYS);
        environment.put("DOCHAK_CARRIER_KEY", "korea-carrier-0123456789");
        environment.put("DOCHAK_ADMIN_KEY", "korea-admin-0123456789ab");
        environment.put("DOCHAK_SIM_SEED", options.text("seed", "20261123"));
        environment.put("DOCHAK_SIM_ORDERS_PER_DAY", options.text("orders-per-day", "800"));
        String storms = options.text("storms", "0");
        if (!storms.equals("0")) {
            environment.put("DOCHAK_SIM_STORMS", storms);
            environment.put("DOCHAK_KMA_KEY", "korea");
            environment.put(
                    "DOCHAK_KMA_URL",
                    "http://localhost:" + (place.httpPort() + 3) + "/public/1360000/WthrWrnInfoService");
        }
        return environment;
    }
}
