package kr.dochak.world;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The world's clock for the simulator and the replay; reading needs a key outside the demo, moving the admin's. */
@Hidden
@RestController
@RequestMapping("/internal/clock")
class ClockController {

    private static final double FASTEST = 3_600;

    record ClockAnswer(OffsetDateTime now, double speed, String mode) {}

    record Speed(@Nullable Double speed) {}

    /** @param quietly whether nothing is done on the way: see {@link World#pass} */
    record Move(
            @Nullable OffsetDateTime to,
            @Nullable Duration grain,
            @Nullable Boolean quietly) {}

    private final WorldClock clock;
    private final World world;

    ClockController(WorldClock clock, World world) {
        this.clock = clock;
        this.world = world;
    }

    @GetMapping
    ClockAnswer now() {
        return new ClockAnswer(
                Seoul.at(clock.instant()).toOffsetDateTime(),
                clock.speed(),
                clock.mode().name().toLowerCase(Locale.ROOT));
    }

    @PutMapping
    ClockAnswer speed(@RequestBody Speed wanted) {
        if (wanted.speed() == null || wanted.speed() < 0 || wanted.speed() > FASTEST) {
            throw Problem.invalid("speed", "range", "world.problem.speed", FASTEST);
        }
        if (clock.mode() != WorldClock.Mode.SPEED) {
            throw Problem.conflict("clock-has-no-speed", "world.problem.no-speed");
        }
        clock.speed(wanted.speed());
        return now();
    }

    @PostMapping
    ClockAnswer advance(@RequestBody Move move) {
        if (move.to() == null) {
            throw Problem.invalid("to", "missing", "world.problem.to");
        }
        if (clock.mode() != WorldClock.Mode.DRIVEN) {
            throw Problem.conflict("clock-not-driven", "world.problem.not-driven");
        }
        if (Boolean.TRUE.equals(move.quietly())) {
            world.pass(move.to().toInstant());
            return now();
        }
        try {
            world.advance(move.to().toInstant(), move.grain() == null ? Duration.ofSeconds(1) : move.grain());
        } catch (World.StillBusy busy) {
            throw Problem.unavailable("world.problem.busy");
        }
        return now();
    }
}
