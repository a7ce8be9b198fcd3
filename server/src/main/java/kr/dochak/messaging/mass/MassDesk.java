package kr.dochak.messaging.mass;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.reach.ChosenOrders;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices to the customers of many orders as staff write, ask for, follow and stop them; always of the mall they are at work for. */
@Component
public class MassDesk {

    private final MassRepository notices;
    private final MassRecipients recipients;
    private final MassLooks looks;
    private final MassApproval approval;
    private final Approvals approvals;
    private final Found found;
    private final InstantSource clock;

    MassDesk(
            MassRepository notices,
            MassRecipients recipients,
            MassLooks looks,
            MassApproval approval,
            Approvals approvals,
            Found found,
            InstantSource clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.looks = looks;
        this.approval = approval;
        this.approvals = approvals;
        this.found = found;
        this.clock = clock;
    }

    /** Finds the orders that a draft means, in one mall and nowhere else. */
    @Component
    static class Found {

        private final Orders orders;
        private final ChosenOrders chosen;
        private final MassNumbers numbers;

        Found(Orders orders, ChosenOrders chosen, MassNumbers numbers) {
            this.orders = orders;
            this.chosen = chosen;
            this.numbers = numbers;
        }

        /** @param unknown how many of the typed numbers are of no order of this mall */
        record Meant(OrderChoice choice, List<Chosen> orders, int unknown) {}

        Meant of(MassDraft draft, MallId mall, Instant now) {
            OrderChoice choice = draft.choice();
            if (draft.orderNos().isEmpty()) {
                return new Meant(choice, all(choice, now), 0);
            }
            Map<String, OrderId> ids = orders.idsOf(mall, draft.orderNos());
            OrderChoice those = choice.of(List.copyOf(ids.values()));
            return new Meant(
                    those,
                    ids.isEmpty() ? List.of() : all(those, now),
                    draft.orderNos().size() - ids.size());
        }

        List<String> orderNos(OrderChoice choice) {
            return orders.summaries(choice.only()).values().stream()
                    .map(OrderSummary::orderNo)
                    .sorted()
                    .toList();
        }

        /** One more than there may be, when there are too many. */
        List<Chosen> all(OrderChoice choice, Instant now) {
            return chosen.find(choice, now, numbers.most(choice.mall()) + 1);
        }
    }

    /** Whom it would reach and how it would read; nothing is kept. */
    public MassLook look(StaffMember staff, MassDraft draft) {
        return look(draft, meant(staff, draft));
    }

    private Found.Meant meant(StaffMember staff, MassDraft draft) {
        if (!draft.choice().mall().equals(staff.tenantId())) {
            throw new IllegalArgumentException("a notice is of the mall its maker is at work for");
        }
        return found.of(draft, staff.tenantId(), clock.instant());
    }

    private MassLook look(MassDraft draft, Found.Meant meant) {
        return looks.of(draft.words(), meant.choice(), meant.orders(), meant.unknown(), clock.instant());
    }

    /** Keeps it and asks others to agree; what is unfit is not kept. */
    @Transactional
    public MassOutcome ask(StaffMember staff, MassDraft draft) {
        Optional<Long> before = notices.byForm(draft.form());
        if (before.isPresent()) {
            return new MassOutcome.SentBefore(before.get());
        }
        Found.Meant meant = meant(staff, draft);
        MassLook look = look(draft, meant);
        if (!look.isFit()) {
            return new MassOutcome.Unfit(look);
        }
        Optional<Long> id = notices.insert(draft, meant.choice(), look.orders(), staff.id(), clock.instant());
        if (id.isEmpty()) {
            return new MassOutcome.SentBefore(notices.byForm(draft.form()).orElseThrow());
        }
        approvals.ask(approval.wish(notices.lock(id.get()).orElseThrow()));
        return new MassOutcome.Waiting(id.get(), look.votes());
    }

    /** One page of a mall's notices, the newest first. */
    public Keyset<MassNotice> page(
            MallId mall, MassNotice.@Nullable State state, String text, @Nullable String cursor, int limit) {
        return notices.page(mall, state, text, cursor, limit);
    }

    public Optional<MassNotice> find(MallId mall, long id) {
        return notices.find(mall, id);
    }

    /** The numbers of the orders it was written for; empty when it means any that its choice does. */
    public List<String> orderNos(MassNotice notice) {
        return found.orderNos(notice.choice());
    }

    public MassProgress progress(MassNotice notice) {
        return recipients.progress(notice.id());
    }

    /** What others have said about it. */
    public Optional<ApprovalRequest> asked(MassNotice notice) {
        return approvals.newest(MassApproval.KIND, List.of(Long.toString(notice.id()))).stream()
                .findFirst();
    }

    /** Whoever asked takes it back while nobody has decided. */
    public boolean takeBack(StaffMember staff, long id) {
        return approvals.withdrawOwn(staff, MassApproval.KIND, Long.toString(id)) instanceof ApprovalAnswer.Decided;
    }

    /** Whoever still waits is not told; false when it does not go out now. */
    @Transactional
    public boolean stop(StaffMember staff, long id) {
        if (notices.find(staff.tenantId(), id).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        boolean stopped = notices.ended(id, MassNotice.State.STOPPED, staff.id(), now);
        if (stopped) {
            recipients.stop(id, now);
        }
        return stopped;
    }
}
