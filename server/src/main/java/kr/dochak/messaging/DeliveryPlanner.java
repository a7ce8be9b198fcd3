package kr.dochak.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.identity.People;
import kr.dochak.identity.PersonalData;
import kr.dochak.messaging.DeliveryRepository.Planned;
import kr.dochak.messaging.MessagingPolicies.Policies;
import kr.dochak.messaging.Routes.Contacts;
import kr.dochak.orders.OrderTopic;
import kr.dochak.shared.LiveTopics;
import kr.dochak.shared.Ticking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases notices whose holding time is over, and decides for each notice which outside channels it takes. */
@Component
class DeliveryPlanner implements Ticking {

    private static final int BATCH = 200;

    private final PlanRepository plans;
    private final DeliveryRepository deliveries;
    private final PreferenceRepository preferences;
    private final MessagingPolicies policies;
    private final Channels channels;
    private final People people;
    private final LiveTopics live;
    private final TransactionTemplate transaction;

    DeliveryPlanner(
            PlanRepository plans,
            DeliveryRepository deliveries,
            PreferenceRepository preferences,
            MessagingPolicies policies,
            Channels channels,
            People people,
            LiveTopics live,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.policies = policies;
        this.channels = channels;
        this.people = people;
        this.live = live;
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
        live.touchAll(due.stream()
                .flatMap(notice -> Optional.ofNullable(notice.orderId()).stream())
                .map(OrderTopic::of)
                .toList());
        Set<ChannelName> on = channels.on();
        if (!on.isEmpty()) {
            plan(due, on, now);
        }
        return due.size() == BATCH;
    }

    private void plan(List<NoticeRow> due, Set<ChannelName> on, Instant now) {
        List<Long> personIds = due.stream().map(NoticeRow::personId).distinct().toList();
        Map<Long, PersonalData> known = people.open(personIds);
        Map<Long, Preferences> chosen = preferences.chosenBy(personIds);
        Map<Long, Integer> lastHour = plans.sentInTheLastHour(personIds, now);
        Policies all = policies.all();
        List<Planned> planned = new ArrayList<>();
        Set<Long> sentOut = new HashSet<>();
        for (NoticeRow notice : due) {
            PersonalData person = known.get(notice.personId());
            MessagingPolicy policy = all.of(notice.tenantId());
            boolean enough = lastHour.getOrDefault(notice.personId(), 0) >= policy.hourlyLimit();
            if (person == null || (enough && !notice.kind().isCritical())) {
                continue;
            }
            List<Routes.Start> starts = Routes.starts(
                    routes(Optional.ofNullable(chosen.get(notice.personId())), policy),
                    on,
                    new Contacts(person.phone(), person.email()));
            starts.forEach(start -> planned.add(new Planned(notice.id(), start.channel(), start.rest())));
            if (!starts.isEmpty()) {
                sentOut.add(notice.id());
                lastHour.merge(notice.personId(), 1, Integer::sum);
            }
        }
        deliveries.plan(planned, now);
        plans.sentOut(sentOut);
    }

    private static List<List<ChannelName>> routes(Optional<Preferences> chosen, MessagingPolicy policy) {
        return Routes.chosen(chosen.map(Preferences::channels), policy.routes());
    }
}
