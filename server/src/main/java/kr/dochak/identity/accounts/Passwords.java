package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.PasswordRule.Weakness;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.Pace;
import kr.dochak.identity.tries.Slowing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords of staff: judged, changed by their owner, who alone knows them. */
@Component
public class Passwords {

    private static final Pace PACE = new Pace("password-change", 5, Duration.ofSeconds(15), Duration.ofMinutes(15));

    private final StaffRepository staff;
    private final Malls malls;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Slowing slowing;
    private final SecurityLog log;
    private final InstantSource clock;

    Passwords(
            StaffRepository staff,
            Malls malls,
            PasswordEncoder encoder,
            Sessions sessions,
            Slowing slowing,
            SecurityLog log,
            InstantSource clock) {
        this.staff = staff;
        this.malls = malls;
        this.encoder = encoder;
        this.sessions = sessions;
        this.slowing = slowing;
        this.log = log;
        this.clock = clock;
    }

    /** What came of changing one's password. */
    public sealed interface Change {

        /** It is changed, and so many other log-ins ended. */
        record Done(int ended) implements Change {}

        record WrongOld() implements Change {}

        record Weak(Weakness weakness) implements Change {}

        /** The new one is the old one. */
        record Same() implements Change {}

        /** The old one was wrong too often. */
        record Slowed(Instant until) implements Change {}
    }

    /** Why a password would be refused for this account; nothing when it is good. */
    public Optional<Weakness> judge(String password, StaffRepository.Row account) {
        return judge(
                password,
                account.email(),
                account.member().name(),
                malls.byId(account.member().tenantId()));
    }

    /** As {@link #judge} for an account that is still to be made. */
    public static Optional<Weakness> judge(String password, String email, String name, Mall mall) {
        return PasswordRule.judge(password, List.of(email, name, mall.code(), mall.name()));
    }

    /** What came of asking for the password anew. */
    public sealed interface Check {

        record Right() implements Check {}

        record Wrong() implements Check {}

        /** It was wrong too often. */
        record Slowed(Instant until) implements Check {}
    }

    /** Whether it is the member's password, before something that an open session alone must not do. */
    public Check check(StaffMember member, String password) {
        Optional<Instant> wait = slowing.tryOnce(PACE, "staff " + member.id());
        if (wait.isPresent()) {
            log.note(Kind.PASSWORD, Outcome.SLOWED, Who.of(member), "");
            return new Check.Slowed(wait.get());
        }
        if (!encoder.matches(password, staff.byId(member.id()).orElseThrow().password())) {
            log.note(Kind.PASSWORD, Outcome.REFUSED, Who.of(member), "");
            return new Check.Wrong();
        }
        slowing.forget(PACE, "staff " + member.id());
        return new Check.Right();
    }

    /** Changes one's own password; all log-ins end but the spared one. */
    public Change change(StaffMember member, String old, String fresh, @Nullable Long spared) {
        return switch (check(member, old)) {
            case Check.Slowed slowed -> new Change.Slowed(slowed.until());
            case Check.Wrong() -> new Change.WrongOld();
            case Check.Right() -> changed(member, old, fresh, spared);
        };
    }

    private Change changed(StaffMember member, String old, String fresh, @Nullable Long spared) {
        if (fresh.equals(old)) {
            return new Change.Same();
        }
        Optional<Weakness> weakness = judge(fresh, staff.byId(member.id()).orElseThrow());
        if (weakness.isPresent()) {
            return new Change.Weak(weakness.get());
        }
        staff.password(member.id(), encoder.encode(fresh), clock.instant());
        log.note(Kind.PASSWORD, Outcome.DONE, Who.of(member), "");
        return new Change.Done(sessions.endOthers(member, spared));
    }

    /** A password that nobody chose, to be given to somebody once: some 115 bits. */
    public String oneTime() {
        return OneTimePassword.make();
    }
}
