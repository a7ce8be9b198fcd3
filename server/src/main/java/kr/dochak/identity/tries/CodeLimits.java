package kr.dochak.identity.tries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.tries.Throttle.Limit;
import org.springframework.stereotype.Component;

/**
 * How many one-time codes are sent (IDN-1). Who asks is counted first, alone and together with the contact; only what passes
 * there counts for the contact, and a browser that has logged in with it before never does.
 */
@Component
public class CodeLimits {

    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration SLOW = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final Throttle throttle;
    private final Devices devices;
    private final IdentitySettings.Login settings;

    CodeLimits(Throttle throttle, Devices devices, IdentitySettings settings) {
        this.throttle = throttle;
        this.devices = devices;
        this.settings = settings.login();
    }

    /** What becomes of the wish for a code. */
    public sealed interface Verdict {

        /** A code may be sent. */
        record Send() implements Verdict {}

        /** Others had the contact sent enough codes: the newest of them may be entered, and the next comes then. */
        record Enter(Instant next) implements Verdict {}

        /** This asker must wait. */
        record Wait(Instant until) implements Verdict {}
    }

    /** Counts the wish of an asker for a code to a contact, {@code subject} being the same for every way of writing it. */
    public Verdict ask(String subject, Asker asker) {
        String device = asker.device();
        boolean known = devices.knows(customer(subject), device);
        String pair = subject + "/" + (known ? "device " + device : asker.network());
        Optional<Instant> until = known
                ? throttle.tryOnce(limit("code", settings.codesInShort(), SHORT), pair)
                : throttle.tryOnce(limit("code-address", settings.codesFromAddress(), SHORT), asker.network())
                        .or(() -> device == null
                                ? Optional.empty()
                                : throttle.tryOnce(limit("code-device", settings.codesFromAddress(), SHORT), device))
                        .or(() -> throttle.tryOnce(limit("code", settings.codesInShort(), SHORT), pair));
        until = until.or(() -> throttle.tryOnce(limit("code-day", settings.codesInDay(), DAY), pair));
        return until.<Verdict>map(Verdict.Wait::new).orElseGet(() -> known ? new Verdict.Send() : toContact(subject));
    }

    /** Beyond a day's codes one is still sent each half hour: a stranger costs a customer minutes, never the day. */
    private Verdict toContact(String subject) {
        Optional<Instant> until = throttle.tryOnce(limit("code-contact", settings.codesForContact(), SHORT), subject)
                .or(() -> throttle.tryOnce(limit("code-contact-day", settings.codesForContactInDay(), DAY), subject)
                        .flatMap(tomorrow -> throttle.tryOnce(limit("code-contact-slow", 1, SLOW), subject)));
        return until.<Verdict>map(Verdict.Enter::new).orElseGet(Verdict.Send::new);
    }

    /** This browser has logged in with the contact. */
    public void loggedIn(String subject, String device) {
        devices.remember(customer(subject), device);
    }

    private static String customer(String subject) {
        return "customer/" + subject;
    }

    private static Limit limit(String kind, int most, Duration stretch) {
        return new Limit(kind, most, stretch);
    }
}
