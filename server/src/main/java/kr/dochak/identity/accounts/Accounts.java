package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the accounts of colleagues of the same mall, and never with their own. */
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

    /** The accounts of the administrator's mall, those that are closed last. */
    public List<StaffAccount> of(StaffMember admin) {
        return staff.accounts(admin.tenantId()).stream()
                .map(row -> new StaffAccount(
                        row.member(),
                        row.email(),
                        row.active(),
                        row.mustChange(),
                        row.passwordAt(),
                        row.closedAt(),
                        row.active() ? sessions.of(row.member()).size() : 0))
                .toList();
    }

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

    /** Closes the account of a colleague who leaves; their log-ins end. */
    @Transactional
    public Optional<StaffMember> close(StaffMember admin, long staffId) {
        return colleague(admin, staffId).map(account -> {
            staff.close(staffId, clock.instant());
            note(admin, "close", staffId);
            limits.forgetDevices(account.email());
            sessions.endOthers(account.member(), null);
            return account.member();
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

    private void note(StaffMember admin, String what, long staffId) {
        log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(admin), what + " staff " + staffId);
    }

    private Optional<StaffRepository.Row> colleague(StaffMember admin, long staffId) {
        return staff.byId(staffId).filter(row -> row.active() && administers(admin, row.member()));
    }

    /**
     * Whether the one looks after the other's account: of the mall they are at work for, of no mall they do not work for, and with
     * no right over all malls that they lack; never their own.
     */
    public static boolean administers(StaffMember admin, StaffMember member) {
        return admin.may(Right.STAFF_SET)
                && member.id() != admin.id()
                && member.malls().contains(admin.tenantId())
                && admin.malls().containsAll(member.malls())
                && (admin.may(Right.PLATFORM) || !member.may(Right.PLATFORM));
    }
}
