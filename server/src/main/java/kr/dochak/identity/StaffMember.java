package kr.dochak.identity;

import static kr.dochak.identity.Right.ACCESS_SEE;
import static kr.dochak.identity.Right.ALERTS_SET;
import static kr.dochak.identity.Right.ALERTS_WORK;
import static kr.dochak.identity.Right.APPROVALS_WORK;
import static kr.dochak.identity.Right.ARCHIVE_OPEN;
import static kr.dochak.identity.Right.BOARD_SEE;
import static kr.dochak.identity.Right.CARE_SET;
import static kr.dochak.identity.Right.CASES_LEAD;
import static kr.dochak.identity.Right.CASES_SEE;
import static kr.dochak.identity.Right.CASES_WORK;
import static kr.dochak.identity.Right.COMPENSATION_SEE;
import static kr.dochak.identity.Right.DELIVERY_SET;
import static kr.dochak.identity.Right.INTEGRATIONS_SEE;
import static kr.dochak.identity.Right.INTEGRATIONS_WORK;
import static kr.dochak.identity.Right.MODELS_SEE;
import static kr.dochak.identity.Right.MONEY_SET;
import static kr.dochak.identity.Right.NOTICES_SEND;
import static kr.dochak.identity.Right.ORDERS_IMPORT;
import static kr.dochak.identity.Right.ORDERS_SEE;
import static kr.dochak.identity.Right.ORDERS_SET;
import static kr.dochak.identity.Right.PARCELS_CORRECT;
import static kr.dochak.identity.Right.PERSONS_ERASE;
import static kr.dochak.identity.Right.PERSONS_REVEAL;
import static kr.dochak.identity.Right.PRIVACY_SET;
import static kr.dochak.identity.Right.SECURITY_SEE;
import static kr.dochak.identity.Right.SETTINGS_SEE;
import static kr.dochak.identity.Right.SHIPMENTS_SEE;
import static kr.dochak.identity.Right.TASKS_WORK;
import static kr.dochak.identity.Right.WINDOWS_SEE;
import static kr.dochak.identity.Right.WINDOWS_SET;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.changes.Actor;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A member of staff who is logged in, with what they may do (IDN-1).
 *
 * @param tenantId the mall they are at work for now
 * @param malls all malls they work for
 * @param roles what they are, in the order in which roles are named
 * @param limit the most they approve there (BEN-4)
 * @param sight the malls whose work a list shows: the one they are at work for, or all of theirs at once
 */
public record StaffMember(
        long id, MallId tenantId, Set<MallId> malls, String name, List<StaffRole> roles, Won limit, Set<MallId> sight)
        implements AuthenticatedPrincipal {

    /** Somebody who looks at the mall they are at work for. */
    public StaffMember(long id, MallId tenantId, Set<MallId> malls, String name, List<StaffRole> roles, Won limit) {
        this(id, tenantId, malls, name, roles, limit, Set.of(tenantId));
    }

    /** Somebody of one mall with roles as they came with the product. */
    public StaffMember(long id, MallId tenantId, String name, Set<Role> shipped) {
        this(
                id,
                tenantId,
                Set.of(tenantId),
                name,
                shipped.stream().sorted().map(StaffRole::of).toList(),
                shipped.stream().map(Role::limit).max(Comparator.naturalOrder()).orElse(Won.ZERO));
    }

    /**
     * The roles that come with the product, each with the rights it has until the company gives it others. What acts on all malls
     * needs {@link #PLATFORM} beside the role of a mall.
     */
    public enum Role {
        AGENT(
                0,
                ORDERS_SEE,
                SHIPMENTS_SEE,
                PARCELS_CORRECT,
                CASES_SEE,
                CASES_WORK,
                TASKS_WORK,
                ALERTS_WORK,
                APPROVALS_WORK,
                PERSONS_REVEAL),
        LEAD(
                50_000,
                with(
                        AGENT,
                        BOARD_SEE,
                        CASES_LEAD,
                        ORDERS_IMPORT,
                        WINDOWS_SEE,
                        WINDOWS_SET,
                        MODELS_SEE,
                        COMPENSATION_SEE,
                        INTEGRATIONS_SEE,
                        INTEGRATIONS_WORK,
                        PERSONS_ERASE,
                        ACCESS_SEE,
                        SETTINGS_SEE,
                        NOTICES_SEND)),
        MANAGER(300_000, with(LEAD, ALERTS_SET, CARE_SET, DELIVERY_SET, ORDERS_SET, MONEY_SET)),
        OPERATOR(
                0,
                ORDERS_SEE,
                SHIPMENTS_SEE,
                PARCELS_CORRECT,
                TASKS_WORK,
                ALERTS_WORK,
                BOARD_SEE,
                ORDERS_IMPORT,
                WINDOWS_SEE,
                INTEGRATIONS_SEE,
                INTEGRATIONS_WORK,
                SETTINGS_SEE,
                DELIVERY_SET,
                APPROVALS_WORK,
                NOTICES_SEND),
        DISPATCHER(0, ORDERS_SEE, SHIPMENTS_SEE, PARCELS_CORRECT, TASKS_WORK, ALERTS_WORK, BOARD_SEE),
        WAREHOUSE(0, ORDERS_SEE, SHIPMENTS_SEE, TASKS_WORK, ALERTS_WORK),
        RETURNS(0, ORDERS_SEE, SHIPMENTS_SEE, PARCELS_CORRECT, TASKS_WORK, ALERTS_WORK),
        DRIVER(0),
        MARKETING(0, WINDOWS_SEE, COMPENSATION_SEE, NOTICES_SEND),
        SALES(0, ORDERS_SEE, SHIPMENTS_SEE, BOARD_SEE, WINDOWS_SEE, COMPENSATION_SEE),
        QUALITY(
                0,
                ORDERS_SEE,
                SHIPMENTS_SEE,
                CASES_SEE,
                BOARD_SEE,
                WINDOWS_SEE,
                MODELS_SEE,
                COMPENSATION_SEE,
                SETTINGS_SEE),
        LEGAL(
                0,
                ORDERS_SEE,
                CASES_SEE,
                COMPENSATION_SEE,
                PERSONS_REVEAL,
                PERSONS_ERASE,
                ARCHIVE_OPEN,
                ACCESS_SEE,
                SETTINGS_SEE,
                PRIVACY_SET,
                APPROVALS_WORK),
        EXECUTIVE(
                1_000_000,
                ORDERS_SEE,
                SHIPMENTS_SEE,
                BOARD_SEE,
                WINDOWS_SEE,
                COMPENSATION_SEE,
                SETTINGS_SEE,
                APPROVALS_WORK),
        AGENCY(0, ORDERS_SEE, SHIPMENTS_SEE, CASES_SEE, CASES_WORK, TASKS_WORK, ALERTS_WORK),
        AUDITOR(
                0,
                ORDERS_SEE,
                SHIPMENTS_SEE,
                CASES_SEE,
                BOARD_SEE,
                WINDOWS_SEE,
                MODELS_SEE,
                COMPENSATION_SEE,
                INTEGRATIONS_SEE,
                ACCESS_SEE,
                SECURITY_SEE,
                SETTINGS_SEE),
        ADMIN(1_000_000, EnumSet.complementOf(EnumSet.of(Right.PLATFORM))),
        PLATFORM(0, Right.PLATFORM);

        private final Won limit;
        private final Set<Right> rights;

        Role(long limit, Right... rights) {
            this(limit, Set.of(rights));
        }

        Role(long limit, Set<Right> rights) {
            this.limit = new Won(limit);
            this.rights = Set.copyOf(rights);
        }

        private static Set<Right> with(Role role, Right... more) {
            EnumSet<Right> all = EnumSet.copyOf(role.rights);
            Stream.of(more).forEach(all::add);
            return all;
        }

        /** What it may do as it came. */
        public Set<Right> rights() {
            return rights;
        }

        /** The most it approves as it came (BEN-4). */
        public Won limit() {
            return limit;
        }
    }

    /** Whether one of their roles has this right. */
    public boolean may(Right right) {
        return roles.stream().anyMatch(role -> role.rights().contains(right));
    }

    /** Whether they look at several malls at once. */
    public boolean seesSeveral() {
        return sight.size() > 1;
    }

    /** The same with the mall they are at work for alone in sight, as settings and boards are of one mall. */
    public StaffMember here() {
        return new StaffMember(id, tenantId, malls, name, roles, limit, Set.of(tenantId));
    }

    /** The same with all their malls in sight. */
    public StaffMember everywhere() {
        return new StaffMember(id, tenantId, malls, name, roles, limit, malls);
    }

    /** The same for reading in another of their malls: what they approve there is not known of it, so it is nothing. */
    public StaffMember reading(MallId mall) {
        return new StaffMember(id, mall, malls, name, roles, Won.ZERO, Set.of(mall));
    }

    /** Who they are in the change log, where no request says from where (ASR-5). */
    public Actor actor() {
        return new Actor(
                tenantId,
                id,
                name,
                roles.stream()
                        .map(role -> role.shipped() == null
                                ? String.valueOf(role.name())
                                : role.shipped().name())
                        .collect(Collectors.joining(", ")),
                "",
                null);
    }

    @Override
    public String getName() {
        return name;
    }
}
