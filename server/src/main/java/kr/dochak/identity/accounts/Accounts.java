package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.OpenSession;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the passwords and log-ins of colleagues, and never with their own. */
@Component
public class Accounts {

    private static final Duration ONE_TIME = Duration.ofDays(3);

    private final StaffRepository staff;
    private final Passwords passwords;
    private final PasswordEncoder encoder;
    private final PasswordLimits limits;
    private final Sessions sessions;
    private final SecurityLog log;
    private final InstantSource clock;

    Accounts(
            StaffRepository staff,
            Passwords passwords,
            PasswordEncoder encoder,
            PasswordLimits limits,
            Sessions sessions,
            SecurityLog log,
            InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.encoder = encoder;
        this.limits = limits;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** A password that is shown this once, and until when it can be used. */
    public record OneTime(String name, String password, Instant until) {}

    /** Gives a colleague a one-time password, which must be changed; their log-ins end. Nothing for anybody else's account. */
    @Transactional
    public Optional<OneTime> reset(StaffMember admin, long staffId) {
        return colleague(admin, staffId).map(account -> {
            String password = passwords.oneTime();
            Instant until = clock.instant().plus(ONE_TIME);
            staff.oneTimePassword(staffId, encoder.encode(password), until, clock.instant());
            limits.forgetDevices(account.email());
            sessions.endOthers(account.member(), null);
            note(admin, "reset", staffId);
            return new OneTime(account.member().name(), password, until);
        });
    }

    /** Ends all log-ins of a colleague. */
    public Optional<StaffMember> endSessions(StaffMember admin, long staffId) {
        return colleague(admin, staffId).map(account -> {
            sessions.endOthers(account.member(), null);
            note(admin, "end sessions of", staffId);
            return account.member();
        });
    }

    /** The log-ins of a colleague that stand. */
    public List<OpenSession> sessionsOf(StaffMember admin, long staffId) {
        return colleague(admin, staffId)
                .map(account -> sessions.of(account.member()))
                .orElse(List.of());
    }

    /** Ends one log-in of a colleague. */
    public Optional<StaffMember> endSession(StaffMember admin, long staffId, long sessionId) {
        return colleague(admin, staffId)
                .filter(account -> sessions.end(account.member(), sessionId))
                .map(account -> {
                    note(admin, "end a session of", staffId);
                    return account.member();
                });
    }

    private void note(StaffMember admin, String what, long staffId) {
        log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(admin), what + " staff " + staffId);
    }

    private Optional<StaffRepository.Row> colleague(StaffMember admin, long staffId) {
        return staff.byId(staffId).filter(row -> row.active() && Administrators.administers(admin, row.member()));
    }
}
