package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often second factors are tried (IDN-1). Only who knew the password comes so far; a browser that has logged in to the
 * account before is counted by itself alone, so that a thief of the password does not hold its owner up.
 */
@Component
public class FactorLimits {

    private static final Pace PACE = new Pace("factor", 5, Duration.ofSeconds(15), Duration.ofMinutes(15));

    private final Slowing slowing;
    private final Devices devices;

    FactorLimits(Slowing slowing, Devices devices) {
        this.slowing = slowing;
        this.devices = devices;
    }

    /** Counts a try; answers until when to wait, and then nothing may be tried. */
    public Optional<Instant> tryOnce(String account, @Nullable String device) {
        return slowing.tryOnce(PACE, subject(account, device));
    }

    /** It was right: its tries are forgotten. */
    public void succeeded(String account, @Nullable String device) {
        slowing.forget(PACE, subject(account, device));
    }

    private String subject(String account, @Nullable String device) {
        return devices.knows("staff/" + account, device) ? account + "/device " + device : account;
    }
}
