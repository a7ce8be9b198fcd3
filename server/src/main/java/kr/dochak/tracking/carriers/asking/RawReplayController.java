package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.OffsetDateTime;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code ./run replay-raw}: reads stored answers again. It only looks, unless it is asked to apply. */
@RestController
class RawReplayController {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final RawReplay replay;

    RawReplayController(RawReplay replay) {
        this.replay = replay;
    }

    @PostMapping("/internal/raw-answers/replays")
    RawReplay.Report replay(
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "false") boolean apply) {
        if (from == null || to == null || !from.isBefore(to)) {
            throw Problem.invalid("from", "period", "tracking.problem.period");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "too-long", "tracking.problem.period-long");
        }
        return replay.replay(from.toInstant(), to.toInstant(), apply)
                .orElseThrow(() -> Problem.unavailable("tracking.problem.replay-busy"));
    }
}
