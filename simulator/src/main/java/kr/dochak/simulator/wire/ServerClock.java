package kr.dochak.simulator.wire;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import kr.dochak.simulator.korea.KoreanTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The server owns the time. Between two looks at it our clock runs on, but it stops when the server is silent. */
public final class ServerClock {

    private static final long LONGEST_BLIND_MILLIS = 6_000;
    private static final int NOT_OFFERED = 404;
    private static final Duration LONGEST_DRIVE = Duration.ofMinutes(10);

    private final ServerApi server;
    private final String adminKey;
    private volatile @Nullable Reading last;

    public ServerClock(ServerApi server, String adminKey) {
        this.server = server;
        this.adminKey = adminKey;
    }

    /** One look at the server's clock. */
    record Reading(LocalDateTime now, double speed, String mode, long readAtNanos) {

        /** Counted from when the answer came, so that we are rather behind the server than ahead of it. */
        LocalDateTime at(long nanos) {
            long millis = Math.min((nanos - readAtNanos) / 1_000_000, LONGEST_BLIND_MILLIS);
            return now.plus((long) (millis * speed), ChronoUnit.MILLIS);
        }

        Map<String, Object> json() {
            return Map.of("mode", mode, "speed", speed, "now", KoreanTime.iso(at(System.nanoTime())));
        }
    }

    /** Asks the server; a server without a clock to show lives in real time. */
    public void look() {
        ServerApi.Answer answer = server.get("/internal/clock", adminKey);
        if (answer.isOk()) {
            last = reading(Json.read(answer.body()));
        } else if (answer.status() == NOT_OFFERED) {
            last = new Reading(LocalDateTime.now(KoreanTime.OFFSET), 1, "real", System.nanoTime());
        }
    }

    private static Reading reading(JsonNode body) {
        String mode = body.path("mode").asString("real");
        double speed = mode.equals("driven") ? 0 : body.path("speed").asDouble(1);
        return new Reading(KoreanTime.parse(body.path("now").asString("")), speed, mode, System.nanoTime());
    }

    /** Empty until the server has been seen once. */
    public Optional<LocalDateTime> now() {
        return Optional.ofNullable(last).map(reading -> reading.at(System.nanoTime()));
    }

    public boolean isDriven() {
        return Optional.ofNullable(last).map(Reading::mode).orElse("").equals("driven");
    }

    public double speed() {
        return Optional.ofNullable(last).map(Reading::speed).orElse(0.0);
    }

    public Map<String, Object> json() {
        return Optional.ofNullable(last).map(Reading::json).orElse(Map.of("mode", "waiting", "speed", 0, "now", ""));
    }

    public int setSpeed(double speed) {
        int status =
                server.put("/internal/clock", adminKey, Map.of("speed", speed)).status();
        look();
        return status;
    }

    /** Comes back when the server has done what was due on the way, which may take it minutes. */
    public int driveTo(LocalDateTime to, Duration grain) {
        return move(Map.of("to", KoreanTime.iso(to), "grain", grain.toString()));
    }

    /** Time passes and the server does nothing of what becomes due, until it is driven to the same moment. */
    public int passTo(LocalDateTime to) {
        return move(Map.of("to", KoreanTime.iso(to), "quietly", true));
    }

    private int move(Map<String, Object> how) {
        int status =
                server.post("/internal/clock", adminKey, how, LONGEST_DRIVE).status();
        look();
        return status;
    }
}
