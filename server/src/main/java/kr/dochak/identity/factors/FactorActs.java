package kr.dochak.identity.factors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.Passwords;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.tries.FactorLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members of staff do with their own second factor (IDN-1). An open session alone changes nothing: it is asked for more. */
@Component
public class FactorActs {

    private final Factors factors;
    private final Passwords passwords;
    private final FactorLimits limits;
    private final StaffRepository staff;
    private final Sessions sessions;
    private final PasskeyActs passkeys;
    private final SecurityLog log;

    FactorActs(
            Factors factors,
            Passwords passwords,
            FactorLimits limits,
            StaffRepository staff,
            Sessions sessions,
            PasskeyActs passkeys,
            SecurityLog log) {
        this.factors = factors;
        this.passwords = passwords;
        this.limits = limits;
        this.staff = staff;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.log = log;
    }

    /**
     * What somebody has.
     *
     * @param since when their app began to count; null when they have none
     * @param codesLeft codes for when the app is lost that were not used yet
     * @param asked whether one of their roles asks for a second factor
     * @param has whether they have one, be it a passkey
     */
    public record State(@Nullable Instant since, int codesLeft, boolean asked, boolean has) {}

    /** What came of it. */
    public sealed interface Answer {

        /** It is done; the codes are shown this once, and there are none where none were made. */
        record Done(List<String> codes) implements Answer {}

        record WrongPassword() implements Answer {}

        record WrongCode() implements Answer {}

        /** Too many wrong ones. */
        record Slowed(Instant until) implements Answer {}

        /** One of their roles asks for it, and it is their last. */
        record Needed() implements Answer {}
    }

    /** What the member has. */
    public State of(StaffMember member) {
        return new State(
                factors.since(member.id()).orElse(null),
                factors.recoveryCodesLeft(member.id()),
                factors.isAsked(member.id()),
                factors.has(member.id()));
    }

    /** The secret that waits for its first code. */
    public Optional<Enrolment> begun(StaffMember member) {
        return factors.begun(member.id(), account(member));
    }

    /** Whether the password is asked for before an app is added: not right after the log-in. */
    public boolean asksPassword(StaffMember member, LoginDetails login) {
        return factors.since(member.id()).isPresent() || !passkeys.mayChange(member, login);
    }

    /** Begins with an app: the first one, or another in place of the one there is. */
    public Answer begin(StaffMember member, LoginDetails login, String password, String code) {
        Supplier<List<String>> act = () -> {
            factors.begin(member.id());
            return List.of();
        };
        return asksPassword(member, login) ? proven(member, password, code, "begun", act) : done(member, "begun", act);
    }

    /** The app's first code: it counts from now on, and every other log-in ends, which was begun without it. */
    public Answer confirm(StaffMember member, LoginDetails login, String code) {
        Optional<Instant> wait = limits.tryOnce(account(member), null);
        if (wait.isPresent()) {
            return slowed(member, wait.get());
        }
        Optional<List<String>> codes = factors.confirm(member.id(), code);
        if (codes.isEmpty()) {
            return wrong(member);
        }
        limits.succeeded(account(member), null);
        sessions.proven(member, login.sessionId(), Way.TOTP);
        sessions.endOthers(member, login.sessionId());
        return done(member, "app added", codes::get);
    }

    /** Throws the secret away that waits for its first code. */
    public void stop(StaffMember member) {
        factors.stop(member.id());
    }

    /** Shows again who they are, before something that an open session alone must not do. */
    public Answer prove(StaffMember member, LoginDetails login, String password, String code) {
        return proven(member, password, code, "proven", () -> {
            Way way = factors.has(member.id()) ? Way.TOTP : Way.PASSWORD;
            sessions.proven(member, login.sessionId(), way);
            return List.of();
        });
    }

    /** Makes new codes for when the app is lost; those of before count no longer. */
    public Answer renew(StaffMember member, String password, String code) {
        return proven(member, password, code, "new codes", () -> factors.newRecoveryCodes(member.id()));
    }

    /** Takes the app away, unless one of their roles asks for it. */
    public Answer remove(StaffMember member, String password, String code) {
        return factors.isAsked(member.id()) && passkeys.of(member).isEmpty()
                ? new Answer.Needed()
                : proven(member, password, code, "app removed", () -> {
                    factors.forgetApp(member.id());
                    return List.of();
                });
    }

    /** Does it once the password is right, and a code of what they have. */
    private Answer proven(StaffMember member, String password, String code, String what, Supplier<List<String>> act) {
        return switch (passwords.check(member, password)) {
            case Passwords.Check.Wrong() -> new Answer.WrongPassword();
            case Passwords.Check.Slowed slowed -> new Answer.Slowed(slowed.until());
            case Passwords.Check.Right() -> coded(member, code, what, act);
        };
    }

    private Answer coded(StaffMember member, String code, String what, Supplier<List<String>> act) {
        if (!factors.has(member.id())) {
            return done(member, what, act);
        }
        Optional<Instant> wait = limits.tryOnce(account(member), null);
        if (wait.isPresent()) {
            return slowed(member, wait.get());
        }
        if (factors.check(member.id(), code).isEmpty()) {
            return wrong(member);
        }
        limits.succeeded(account(member), null);
        return done(member, what, act);
    }

    private Answer done(StaffMember member, String what, Supplier<List<String>> act) {
        List<String> codes = act.get();
        log.note(Kind.FACTOR, Outcome.DONE, Who.of(member), what);
        return new Answer.Done(codes);
    }

    private Answer wrong(StaffMember member) {
        log.note(Kind.FACTOR, Outcome.REFUSED, Who.of(member), "");
        return new Answer.WrongCode();
    }

    private Answer slowed(StaffMember member, Instant until) {
        log.note(Kind.FACTOR, Outcome.SLOWED, Who.of(member), "");
        return new Answer.Slowed(until);
    }

    private String account(StaffMember member) {
        return staff.byId(member.id()).orElseThrow().email();
    }
}
