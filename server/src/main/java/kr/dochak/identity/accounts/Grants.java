package kr.dochak.identity.accounts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Gives members of staff roles, malls and limits (IDN-1, BEN-4). */
@Component
public class Grants {

    private final Administrators administrators;
    private final AccountQuery accounts;
    private final GrantRepository grants;
    private final StaffMembers members;
    private final Malls malls;
    private final Changes changes;

    Grants(
            Administrators administrators,
            AccountQuery accounts,
            GrantRepository grants,
            StaffMembers members,
            Malls malls,
            Changes changes) {
        this.administrators = administrators;
        this.accounts = accounts;
        this.grants = grants;
        this.members = members;
        this.malls = malls;
        this.changes = changes;
    }

    /** The malls that this administrator gives and takes. */
    public List<Mall> malls(StaffMember admin) {
        return malls.all().stream()
                .filter(mall -> admin.may(Right.PLATFORM) || admin.malls().contains(mall.tenantId()))
                .toList();
    }

    /** The roles that this administrator gives and takes. */
    public List<StaffRole> roles(StaffMember admin) {
        return members.allRoles().stream()
                .filter(role -> admin.may(Right.PLATFORM) || !role.rights().contains(Right.PLATFORM))
                .toList();
    }

    /** How much each account approves in each of its malls by a number of its own; a mall without one is missing. */
    public Map<MallId, Won> ownLimits(long staffId) {
        return members.ownLimits(staffId);
    }

    /** Makes the account what is wished. Administrators may give themselves roles and malls, but no limit. */
    @Transactional
    public Grant.Outcome change(StaffMember admin, long staffId, Grant wish) {
        Optional<StaffMember> now = administrators.now(admin);
        Optional<StaffAccount> account = accounts.byId(staffId);
        if (now.isEmpty()
                || account.isEmpty()
                || account.get().state() == AccountState.LEFT
                || !mayChange(now.get(), account.get().member())) {
            return new Grant.Outcome.NotYours();
        }
        return change(now.get(), account.get(), wish);
    }

    /** Whether the administrator changes what that member is; themselves too, within limits. */
    public static boolean mayChange(StaffMember admin, StaffMember member) {
        return Administrators.administers(admin, member) || admin.id() == member.id() && admin.may(Right.STAFF_SET);
    }

    private Grant.Outcome change(StaffMember admin, StaffAccount account, Grant wish) {
        Optional<Grant.Outcome> refused = refused(admin, account.member().roles(), wish);
        if (refused.isPresent()) {
            return refused.get();
        }
        long staffId = account.member().id();
        Set<MallId> without = administrators.withoutAdministrator();
        String before = summary(account.member());
        grants.roles(staffId, wish.roles());
        grants.malls(staffId, admin.id() == staffId ? withOwnLimits(staffId, wish.malls()) : wish.malls());
        StaffAccount after = accounts.byId(staffId).orElseThrow();
        boolean ownLast = admin.id() == staffId && !after.member().may(Right.STAFF_SET);
        if (ownLast || !without.containsAll(administrators.withoutAdministrator())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Grant.Outcome.LastAdministrator();
        }
        administrators.note(admin, "staff %d: %s -> %s".formatted(staffId, before, summary(after.member())));
        changes.note(Change.of("accounts", staffId).with("grant", before, summary(after.member())), admin.actor());
        return new Grant.Outcome.Done(after);
    }

    /** Why this may not be granted; for an account that is still to be made, too. */
    Optional<Grant.Outcome> refused(StaffMember admin, List<StaffRole> before, Grant wish) {
        if (wish.malls().isEmpty()) {
            return Optional.of(new Grant.Outcome.NoMall());
        }
        Set<Long> given = ids(roles(admin));
        Set<Long> changed = new HashSet<>(wish.roles());
        Set<Long> had = ids(before);
        changed.addAll(had);
        changed.removeIf(id -> had.contains(id) && wish.roles().contains(id));
        Set<MallId> own = malls(admin).stream().map(Mall::tenantId).collect(Collectors.toSet());
        return given.containsAll(changed) && own.containsAll(wish.malls().keySet())
                ? Optional.empty()
                : Optional.of(new Grant.Outcome.Beyond());
    }

    /** As {@link #change}, for an account that was made in the same transaction. */
    void first(StaffMember admin, long staffId, Grant wish) {
        grants.roles(staffId, wish.roles());
        grants.malls(staffId, wish.malls());
        administrators.note(
                admin,
                "invite staff %d: %s"
                        .formatted(
                                staffId,
                                summary(accounts.byId(staffId).orElseThrow().member())));
        String given = summary(accounts.byId(staffId).orElseThrow().member());
        changes.note(Change.of("accounts", staffId).with("grant", "", given), admin.actor());
    }

    private Map<MallId, Optional<Won>> withOwnLimits(long staffId, Map<MallId, Optional<Won>> wished) {
        Map<MallId, Won> own = ownLimits(staffId);
        Map<MallId, Optional<Won>> kept = new HashMap<>();
        wished.keySet().forEach(mall -> kept.put(mall, Optional.ofNullable(own.get(mall))));
        return kept;
    }

    private static Set<Long> ids(List<StaffRole> roles) {
        return roles.stream().map(StaffRole::id).collect(Collectors.toSet());
    }

    /** Roles and malls with their limits, by their short names; no name of a person. */
    private String summary(StaffMember member) {
        Map<MallId, Won> limits = ownLimits(member.id());
        String roles = member.roles().stream()
                .map(role -> role.shipped() == null
                        ? "role " + role.id()
                        : role.shipped().name())
                .collect(Collectors.joining("+"));
        return member.malls().stream()
                .sorted()
                .map(mall -> malls.byId(mall).code()
                        + (limits.containsKey(mall) ? "=" + limits.get(mall).amount() : ""))
                .collect(Collectors.joining(" ", roles + " @", ""));
    }
}
