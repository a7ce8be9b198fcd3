package kr.dochak.messaging.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.Notices;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.messaging.policy.MessagingPolicy;
import kr.dochak.messaging.sending.DeliveryRepository.Planned;
import kr.dochak.messaging.sending.Readers.Reader;
import kr.dochak.shared.PersonId;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases notices whose holding time is over, and decides for each notice which outside channels it takes. */
@Component
class DeliveryPlanner implements Ticking {

    private static final int BATCH = 200;

    private final PlanRepository plans;
    private final DeliveryRepository deliveries;
    private final Readers readers;
    private final MessagingPolicies policies;
    private final Channels channels;
    private final Notices notices;
    private final TransactionTemplate transaction;

    DeliveryPlanner(
            PlanRepository plans,
            DeliveryRepository deliveries,
            Readers readers,
            MessagingPolicies policies,
            Channels channels,
            Notices notices,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.deliveries = deliveries;
        this.readers = readers;
        this.policies = policies;
        this.channels = channels;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public boolean tick(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> planBatch(now)));
    }

    @Override
    public @Nullable Instant nextDue() {
        return plans.nextDue();
    }

    private boolean planBatch(Instant now) {
        List<NoticeRow> due = plans.release(now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        notices.announced(due, now);
        Set<ChannelName> on = channels.on();
        if (!on.isEmpty()) {
            plan(due, on, now);
        }
        return due.size() == BATCH;
    }

    private void plan(List<NoticeRow> due, Set<ChannelName> on, Instant now) {
        List<PersonId> personIds =
                due.stream().map(NoticeRow::personId).distinct().toList();
        Map<PersonId, Reader> known = readers.of(personIds);
        Map<PersonId, Integer> lastHour = plans.sentInTheLastHour(personIds, now);
        Policies all = policies.all();
        List<Planned> planned = new ArrayList<>();
        Set<Long> sentOut = new HashSet<>();
        Set<Long> unreached = new HashSet<>();
        for (NoticeRow notice : due) {
            Reader reader = known.get(notice.personId());
            MessagingPolicy policy = all.of(notice.tenantId());
            boolean enough = lastHour.getOrDefault(notice.personId(), 0) >= policy.hourlyLimit();
            if (reader == null || (enough && !notice.kind().isCritical())) {
                continue;
            }
            List<ChannelRoutes.Start> starts =
                    ChannelRoutes.starts(reader.routes(policy), notice.kind().channels(on), reader.contacts());
            starts.forEach(start -> planned.add(new Planned(notice.id(), start.channel(), start.rest())));
            if (starts.isEmpty() && !reader.wantsInboxOnly()) {
                unreached.add(notice.id());
            }
            if (!starts.isEmpty()) {
                sentOut.add(notice.id());
                lastHour.merge(notice.personId(), 1, Integer::sum);
            }
        }
        deliveries.plan(planned, now);
        plans.sentOut(sentOut);
        plans.unreached(unreached);
    }
}
