package kr.dochak.identity.roles;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRole;
import kr.dochak.identity.accounts.Administrators;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OneLine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The roles of the company, which all its malls share (IDN-1): who looks after all of them changes them, each change is in the
 * security log, and counts with the next request of whoever has the role.
 */
@Component
public class Roles {

    private static final int LONGEST_NAME = 40;

    private final RoleRepository roles;
    private final Administrators administrators;
    private final Malls malls;
    private final ObjectProvider<SecondPerson> second;
    private final Changes changes;
    private final InstantSource clock;

    Roles(
            RoleRepository roles,
            Administrators administrators,
            Malls malls,
            ObjectProvider<SecondPerson> second,
            Changes changes,
            InstantSource clock) {
        this.roles = roles;
        this.administrators = administrators;
        this.malls = malls;
        this.second = second;
        this.changes = changes;
        this.clock = clock;
    }

    public List<RoleCard> all() {
        return roles.all();
    }

    public Optional<RoleCard> find(long roleId) {
        return roles.all().stream().filter(card -> card.role().id() == roleId).findFirst();
    }

    /** What a change would mean to whom. */
    public List<RoleRule.Effect> effects(RoleCard card, RoleWish wish) {
        return RoleRule.effects(card.role(), wish, administrators.everybody());
    }

    /** Whether somebody changes roles: an administrator of all malls, since each role counts in all of them. */
    public boolean mayChange(StaffMember member) {
        return member.may(Right.STAFF_SET)
                && (member.may(Right.PLATFORM)
                        || malls.all().stream().allMatch(mall -> member.malls().contains(mall.tenantId())));
    }

    /**
     * Makes a role what is wished, or asks for a second look where it gives more of what is risky. Where there is no other
     * administrator it counts at once.
     *
     * @param seen what the role was when the change was decided
     */
    @Transactional
    public RoleOutcome change(StaffMember admin, long roleId, RoleWish seen, RoleWish wish) {
        hold(roleId);
        Optional<StaffMember> now = administrators.now(admin).filter(this::mayChange);
        if (now.isEmpty()) {
            return new RoleOutcome.NotYours();
        }
        RoleCard card = find(roleId).orElse(null);
        if (card == null) {
            return new RoleOutcome.Unknown();
        }
        RoleWish before = RoleWish.of(card.role());
        if (!before.equals(seen)) {
            return new RoleOutcome.Overtaken();
        }
        boolean others = administrators.everybody().stream()
                .anyMatch(member -> member.id() != admin.id() && member.may(Right.STAFF_SET));
        if (others && RoleRule.isRisky(before, wish)) {
            roles.wish(card.role(), wish, admin.id(), clock.instant());
            second.getObject().ask(wish(card.role(), admin.id(), clock.instant()));
            administrators.note(admin, "role %d wished: %s".formatted(roleId, RoleRule.difference(before, wish)));
            changes.note(RoleRule.noted(card.role(), wish).with("second", "", "waits"), admin.actor());
            return new RoleOutcome.Waiting(roleId);
        }
        if (card.waiting() != null) {
            second.getObject().withdrawn(SecondPerson.ROLE, Long.toString(roleId), admin.id());
        }
        return changed(now.get(), card, wish, "");
    }

    /**
     * Asks for a second factor from whoever has the role, or no more. Who has none is led to it with their next request; those of
     * the demo are asked for none.
     */
    @Transactional
    public RoleOutcome secondFactor(StaffMember admin, long roleId, boolean asked) {
        if (administrators.now(admin).filter(this::mayChange).isEmpty()) {
            return new RoleOutcome.NotYours();
        }
        RoleCard card = find(roleId).orElse(null);
        if (card == null) {
            return new RoleOutcome.Unknown();
        }
        if (card.secondFactor() != asked) {
            roles.secondFactor(roleId, asked);
            administrators.note(admin, "role %d second factor %s".formatted(roleId, asked ? "asked" : "not asked"));
            changes.note(
                    Change.of("roles", roleId).house(true).with("second-factor", card.secondFactor(), asked),
                    admin.actor());
        }
        return new RoleOutcome.Changed(roleId);
    }

    /** Who decides about the change of a role that waits lets this one be first, or this one waits. */
    private void hold(long roleId) {
        if (find(roleId).filter(card -> card.waiting() != null).isPresent()) {
            second.getObject().hold(SecondPerson.ROLE, Long.toString(roleId));
        }
    }

    private static SecondPerson.Wish wish(StaffRole role, long by, Instant at) {
        StaffMember.Role shipped = role.shipped();
        String name = shipped == null ? Objects.requireNonNullElse(role.name(), "") : "=console.role." + shipped;
        return new SecondPerson.Wish(
                SecondPerson.ROLE,
                Long.toString(role.id()),
                MallId.DEFAULT,
                by,
                "approvals.what.role",
                List.of(name),
                "/console/roles/" + role.id(),
                at);
    }

    /** The changes that wait for a second look. */
    public List<SecondPerson.Wish> wishes() {
        List<SecondPerson.Wish> wishes = new ArrayList<>();
        for (RoleCard card : roles.all()) {
            RoleCard.Waiting waiting = card.waiting();
            if (waiting != null) {
                wishes.add(wish(card.role(), waiting.by(), waiting.at()));
            }
        }
        return wishes;
    }

    private RoleOutcome changed(StaffMember admin, RoleCard card, RoleWish wish, String agreed) {
        long roleId = card.role().id();
        Set<MallId> without = administrators.withoutAdministrator();
        roles.change(card.role(), wish);
        Set<MallId> then = new HashSet<>(administrators.withoutAdministrator());
        then.removeAll(without);
        List<StaffMember> everybody = administrators.everybody();
        boolean stillAdmin =
                everybody.stream().anyMatch(member -> member.id() == admin.id() && member.may(Right.STAFF_SET));
        if (!then.isEmpty() || !stillAdmin || everybody.stream().noneMatch(this::mayChange)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new RoleOutcome.LastAdministrator();
        }
        String difference = RoleRule.difference(RoleWish.of(card.role()), wish);
        administrators.note(admin, "role %d%s: %s".formatted(roleId, agreed, difference));
        changes.note(RoleRule.noted(card.role(), wish), admin.actor());
        return new RoleOutcome.Changed(roleId);
    }

    /**
     * The effect of an approval: another administrator gave a change its second look.
     *
     * @param admin in whose name, and {@code by} who did it, who may stand in for them
     */
    @Transactional
    public RoleOutcome agree(StaffMember admin, long by, long roleId) {
        Optional<StaffMember> now = administrators.now(admin);
        RoleCard card = find(roleId).orElse(null);
        RoleCard.Waiting waiting = card == null ? null : card.waiting();
        if (now.isEmpty() || card == null || waiting == null) {
            return new RoleOutcome.Unknown();
        }
        String standIn = by == admin.id() ? "" : ", by staff " + by + " in their place";
        return waiting.by() == admin.id() || waiting.by() == by
                ? new RoleOutcome.OwnChange()
                : changed(now.get(), card, waiting.wish(), " as staff " + waiting.by() + " wished" + standIn);
    }

    /** Takes back a change that waits. */
    @Transactional
    public RoleOutcome withdraw(StaffMember admin, long roleId) {
        hold(roleId);
        if (administrators.now(admin).isEmpty() || !roles.forget(roleId)) {
            return new RoleOutcome.Unknown();
        }
        second.getObject().withdrawn(SecondPerson.ROLE, Long.toString(roleId), admin.id());
        administrators.note(admin, "role %d: wish withdrawn".formatted(roleId));
        return new RoleOutcome.Changed(roleId);
    }

    /** Nobody gave a change its second look: it was refused, or its time was over. */
    @Transactional
    public void ended(long roleId) {
        roles.forget(roleId);
    }

    /** A role of the company's own that begins as another is. Nobody has it yet, so it gives nobody anything. */
    @Transactional
    public RoleOutcome copy(StaffMember admin, long roleId, String name) {
        if (administrators.now(admin).filter(this::mayChange).isEmpty()) {
            return new RoleOutcome.NotYours();
        }
        RoleCard card = find(roleId).orElse(null);
        if (card == null) {
            return new RoleOutcome.Unknown();
        }
        String plain = OneLine.of(name).text();
        Optional<Long> made = plain.isEmpty() || plain.length() > LONGEST_NAME
                ? Optional.empty()
                : roles.add(plain, RoleWish.of(card.role()));
        made.ifPresent(id -> administrators.note(admin, "role %d copied from role %d".formatted(id, roleId)));
        return made.<RoleOutcome>map(RoleOutcome.Changed::new).orElseGet(RoleOutcome.BadName::new);
    }

    /** Takes away a role of the company's own that nobody has. */
    @Transactional
    public RoleOutcome remove(StaffMember admin, long roleId) {
        hold(roleId);
        if (administrators.now(admin).filter(this::mayChange).isEmpty()) {
            return new RoleOutcome.NotYours();
        }
        boolean waits = find(roleId).filter(card -> card.waiting() != null).isPresent();
        if (!roles.remove(roleId)) {
            return new RoleOutcome.InUse();
        }
        if (waits) {
            second.getObject().withdrawn(SecondPerson.ROLE, Long.toString(roleId), admin.id());
        }
        administrators.note(admin, "role %d removed".formatted(roleId));
        return new RoleOutcome.Changed(roleId);
    }
}
