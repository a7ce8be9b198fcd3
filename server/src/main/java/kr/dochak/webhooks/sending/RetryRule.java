package kr.dochak.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of a delivery after an attempt: ten attempts over some three days. Pure. */
final class RetryRule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(28));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private static final Duration LONGEST_ASKED = Duration.ofHours(6);

    private RetryRule() {}

    /** What comes next. */
    sealed interface Next {

        record Delivered() implements Next {}

        record Again(Instant at) implements Next {}

        record GivenUp() implements Next {}
    }

    /**
     * @param attempts how many there were, with this one
     * @param spread any number: events that failed together are not all tried again in the same second
     */
    static Next after(int attempts, Answer answer, Instant now, long spread) {
        if (answer.isTaken()) {
            return new Next.Delivered();
        }
        if (answer.isGone() || attempts >= MOST_ATTEMPTS) {
            return new Next.GivenUp();
        }
        Duration pause = PAUSES.get(Math.max(0, attempts - 1));
        long tenth = pause.toMillis() / 10;
        Duration spreadOut = pause.plusMillis(tenth * Math.floorMod(spread, 10) / 10);
        Duration asked = Duration.ofSeconds(Math.min(answer.retryAfterSeconds(), LONGEST_ASKED.toSeconds()));
        return new Next.Again(now.plus(asked.compareTo(spreadOut) > 0 ? asked : spreadOut));
    }
}
