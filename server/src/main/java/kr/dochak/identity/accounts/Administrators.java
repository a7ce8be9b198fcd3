package kr.dochak.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may change accounts and roles, judged anew while one changes them; each mall that has an administrator keeps one (IDN-1). */
@Component
public class Administrators {

    private final AccountQuery accounts;
    private final StaffMembers members;
    private final Malls malls;
    private final SecurityLog log;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Administrators(
            AccountQuery accounts,
            StaffMembers members,
            Malls malls,
            SecurityLog log,
            JdbcClient jdbc,
            InstantSource clock) {
        this.accounts = accounts;
        this.members = members;
        this.malls = malls;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The administrator with what they may do now; nobody else changes accounts or roles until the end of the transaction. Nothing
     * when they are none any more.
     */
    public Optional<StaffMember> now(StaffMember admin) {
        AdvisoryLock.STAFF_RIGHTS.take(jdbc);
        return accounts.byId(admin.id())
                .filter(account -> account.state() == AccountState.ACTIVE)
                .map(account -> atWork(account.member(), admin.tenantId()))
                .filter(member -> member.may(Right.STAFF_SET));
    }

    private StaffMember atWork(StaffMember member, MallId mall) {
        StaffMember there = StaffMembers.bare(member.id(), mall, member.name());
        return Objects.requireNonNull(members.of(List.of(there)).get(member.id()));
    }

    /** The account as it is now, when the administrator may change it, held as in {@link #now}. */
    Optional<StaffAccount> charge(StaffMember admin, long staffId) {
        return now(admin).flatMap(who -> accounts.byId(staffId).filter(account -> administers(who, account.member())));
    }

    /**
     * Whether the one looks after the other's account: of no mall they do not work for, and with no right over all malls that they
     * lack; never their own. Who looks after all malls looks after everybody.
     */
    public static boolean administers(StaffMember admin, StaffMember member) {
        return admin.may(Right.STAFF_SET)
                && member.id() != admin.id()
                && (admin.may(Right.PLATFORM)
                        || (admin.malls().containsAll(member.malls()) && !member.may(Right.PLATFORM)));
    }

    /** Whether the one may read the other's account. */
    static boolean sees(StaffMember admin, StaffMember member) {
        return admin.may(Right.STAFF_SET)
                && (admin.may(Right.PLATFORM) || member.malls().stream().anyMatch(admin.malls()::contains));
    }

    /** The malls whose accounts nobody could change now. */
    public Set<MallId> withoutAdministrator() {
        List<StaffMember> admins = accounts.active().stream()
                .filter(member -> member.may(Right.STAFF_SET))
                .toList();
        if (admins.stream().anyMatch(member -> member.may(Right.PLATFORM))) {
            return Set.of();
        }
        Set<MallId> left = malls.all().stream().map(Mall::tenantId).collect(Collectors.toCollection(HashSet::new));
        admins.forEach(member -> left.removeAll(member.malls()));
        return left;
    }

    /** Everybody who can log in now, for what a change would mean to them. */
    public List<StaffMember> everybody() {
        return accounts.active();
    }

    /** Writes down what an administrator changed. */
    public void note(StaffMember admin, String what) {
        log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(admin), what);
    }

    Instant moment() {
        return clock.instant();
    }
}
