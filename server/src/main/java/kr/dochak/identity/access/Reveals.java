package kr.dochak.identity.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Settings;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides whether a member of staff sees somebody in the clear: their role, their reason, and how many they saw this hour. */
@Component
public class Reveals {

    private static final Duration COUNTED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Accesses accesses;
    private final Settings settings;
    private final InstantSource clock;

    Reveals(JdbcClient jdbc, Accesses accesses, Settings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.accesses = accesses;
        this.settings = settings;
        this.clock = clock;
    }

    /** In one transaction with the row of the log, so that many looks at once are counted one after the other. */
    public <T> Reveal<T> decide(
            PersonId personId, StaffMember staff, String what, RevealReason reason, Supplier<T> opened) {
        if (!staff.may(Right.PERSONS_REVEAL)) {
            return new Reveal.NotAllowed<>();
        }
        if (!reason.isEnough()) {
            return new Reveal.NoReason<>();
        }
        AdvisoryLock.REVEALS.take(jdbc, "staff " + staff.id());
        Optional<Instant> full = accesses.fullUntil(
                personId,
                staff,
                settings.of(RevealSettings.PER_HOUR),
                clock.instant().minus(COUNTED));
        if (full.isPresent()) {
            accesses.logRefusal(personId, staff, what, reason.text());
            return new Reveal.TooMany<>(full.get().plus(COUNTED));
        }
        accesses.log(personId, staff, what, reason.text());
        return new Reveal.Revealed<>(opened.get());
    }
}
