package kr.dochak.identity;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Tracking links that need no log-in (TRK-6): signed, expiring, and for one order only. */
@Component
public class SignedLinks {

    /** The path {@code /t/…} that shows this order until the time has passed. */
    public String pathFor(long orderId, Duration validFor) {
        throw new UnsupportedOperationException();
    }

    /** The order a token is for, or nothing when it is forged or has expired. */
    public OptionalLong orderOf(String token) {
        throw new UnsupportedOperationException();
    }
}
