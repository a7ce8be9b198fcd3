package kr.dochak.alerts.sending;

import java.time.Instant;
import kr.dochak.alerts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A room of another service that hears alerts.
 *
 * @param host of its address, whose rest is a secret
 * @param from how grave an alert must be for it where no rule names it
 * @param answer what it answered last; empty when it took what it was sent
 * @param failures how many it has not taken since
 */
public record Hook(
        long id,
        String name,
        HookShape shape,
        String host,
        Severity from,
        String answer,
        @Nullable Instant answeredAt,
        int failures) {}
