package kr.dochak.benchmarks.causes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.JsonNode;

/**
 * Drives a server and the simulator through days in which hubs jam, carriers are slow, storms rage, centres lack people and trucks get
 * lost, by seed and several at once, and compares the causes that the product gives with what was done (PRM-4).
 *
 * <p>{@code --days N} measured, {@code --warm-up N} days before, {@code --orders-per-day N}, {@code --seed N}, {@code --incidents X} and
 * {@code --storms X} (of the provinces) a day. The rule and the board of before are measured in the same world. A machine of two
 * processors needs about two minutes for a day.
 */
public final class EvaluateCauses {

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    /** Weeks without a holiday. */
    private static final LocalDate MEASURED_FROM = LocalDate.parse("2026-11-09");

    private static final Duration LOOK = Duration.ofMinutes(30);

    /** What comes due closer together is dealt with at once, situations among it. */
    private static final Duration GRAIN = Duration.ofMinutes(10);

    /** What was promised for the last day is late by the next. */
    private static final int AFTERWARDS = 1;

    private static final String KEYS = "rainbow=korea-rainbow-0123456789,hangang=korea-hangang-0123456789";

    private final Options options;
    private final ServerPlace place;
    private final LocalDate from;
    private final LocalDate until;

    private EvaluateCauses(Options options) {
        this.options = options;
        this.place =
                ServerPlace.of(options, "data-causes-" + ProcessHandle.current().pid(), 18_580);
        this.from = MEASURED_FROM;
        this.until = from.plusDays(options.number("days", 14));
    }

    public static void main(String... arguments) throws Exception {
        new EvaluateCauses(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        LocalDate begin = from.minusDays(options.number("warm-up", 8));
        try (ServerProcess server = start(begin);
                SimulatedKorea korea = simulator();
                Database database = new Database(place.databaseUrl())) {
            korea.awaitBirth();
            Board board = Board.of(database);
            for (LocalDate day = begin; day.isBefore(until.plusDays(AFTERWARDS)); day = day.plusDays(1)) {
                drive(korea, board, day);
                System.out.printf(
                        "%s  %,d orders, shipments and scans taken in, %,.0f CPU s%n",
                        day, korea.acknowledged(), server.cpu().total());
            }
            JsonNode happened = korea.truth();
            Files.writeString(place.data().resolve("truth.json"), happened.toString());
            Truth truth = Truth.of(happened);
            LatePromises late = LatePromises.read(database, truth, instant(from), instant(until));
            new CauseScore(late).print(System.out);
            new SituationScore(truth, late, board, instant(from), instant(until)).print(System.out);
            System.out.printf("%nthe board of before, in the same world");
            new SituationScore(truth, late, board.former(late.byId().values()), instant(from), instant(until))
                    .print(System.out);
        }
    }

    /** A day in half hours, with a look at the board after each of a measured day. */
    private void drive(SimulatedKorea korea, Board board, LocalDate day) throws Exception {
        if (day.isBefore(from)) {
            drive(korea, instant(day.plusDays(1)));
            return;
        }
        for (Instant at = instant(day); at.isBefore(instant(day.plusDays(1))); at = at.plus(LOOK)) {
            drive(korea, at.plus(LOOK));
            board.look(at.plus(LOOK));
        }
    }

    private void drive(SimulatedKorea korea, Instant to) throws InterruptedException {
        korea.control(
                "clock",
                Map.of(
                        "to",
                        to.atOffset(KOREA).toString(),
                        "step",
                        options.number("step", 900),
                        "grain",
                        GRAIN.toSeconds()));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(KOREA);
    }

    private ServerProcess start(LocalDate begin) throws Exception {
        return ServerProcess.start(
                place,
                List.of(
                        "--dochak.clock.mode=DRIVEN",
                        "--dochak.clock.start=" + instant(begin),
                        "--dochak.promise.models=" + options.text("models", "false"),
                        "--dochak.promise.areas.weather.every=30m"),
                environment());
    }

    private SimulatedKorea simulator() throws Exception {
        Path jar = options.path("simulator-jar", "simulator/target/dochak-simulator-0.1.0.jar");
        return SimulatedKorea.start(place.java(), jar, place.data(), place.httpPort() + 3, environment());
    }

    private Map<String, String> environment() {
        String simulator = "http://localhost:" + (place.httpPort() + 3);
        Map<String, String> environment = new HashMap<>();
        environment.put("DOCHAK_DEMO", "true");
        environment.put("DOCHAK_URL", place.url());
        environment.put("DOCHAK_KEYS", KEYS);
        environment.put("DOCHAK_CARRIER_KEY", "korea-carrier-0123456789");
        environment.put("DOCHAK_ADMIN_KEY", "korea-admin-0123456789ab");
        environment.put("DOCHAK_SIM_SEED", options.text("seed", "1"));
        environment.put("DOCHAK_SIM_ORDERS_PER_DAY", options.text("orders-per-day", "3200"));
        environment.put("DOCHAK_SIM_STORMS", options.text("storms", "0.03"));
        environment.put("DOCHAK_SIM_INCIDENTS", options.text("incidents", "2"));
        environment.put("DOCHAK_KMA_KEY", "korea");
        environment.put("DOCHAK_KMA_URL", simulator + "/public/1360000/WthrWrnInfoService");
        return environment;
    }
}
