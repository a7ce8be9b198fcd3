package kr.dochak.messaging.mass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.messaging.OutsideChannels;
import kr.dochak.messaging.OutsideChannels.Reached;
import kr.dochak.messaging.mass.MassRecipients.Turned;
import kr.dochak.promise.reach.ChosenOrders;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.promise.reach.ChosenOrders.Standing;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;

/** Judges of a batch of orders whose customers are told, as things are now: for the preview as for the sending. */
@Component
class MassTurns {

    private final ChosenOrders orders;
    private final MassRecipients recipients;
    private final OutsideChannels outside;
    private final MassNumbers numbers;

    MassTurns(ChosenOrders orders, MassRecipients recipients, OutsideChannels outside, MassNumbers numbers) {
        this.orders = orders;
        this.recipients = recipients;
        this.outside = outside;
        this.numbers = numbers;
    }

    /** What became of each, in their order, and how those who are told read it. */
    record Judged(List<Turned> turns, Map<PersonId, Reached> readers) {}

    /** @param reached whom the notice has reached before; those who are told now join them */
    Judged judge(OrderChoice choice, List<Chosen> batch, Set<PersonId> reached, Instant now) {
        List<OrderId> ids = batch.stream().map(Chosen::orderId).toList();
        List<PersonId> people = batch.stream().map(Chosen::personId).distinct().toList();
        Set<OrderId> chosen = orders.find(choice.of(ids), now, ids.size()).stream()
                .map(Chosen::orderId)
                .collect(Collectors.toSet());
        Map<OrderId, Standing> standing = orders.standing(ids);
        Map<PersonId, Reached> readers = outside.reached(people, choice.mall());
        Map<PersonId, Integer> within = recipients.withinDay(people, now);
        int mostInDay = numbers.mostInDay(choice.mall());
        List<Turned> turns = new ArrayList<>();
        for (Chosen each : batch) {
            MassRule.Turn turn = new MassRule.Turn(
                    chosen.contains(each.orderId()),
                    standing.getOrDefault(each.orderId(), Standing.OVER),
                    readers.containsKey(each.personId()),
                    reached.contains(each.personId()),
                    within.getOrDefault(each.personId(), 0));
            LeftOut why = MassRule.against(turn, mostInDay).orElse(null);
            turns.add(new Turned(each, why));
            if (why == null) {
                reached.add(each.personId());
            }
        }
        return new Judged(turns, readers);
    }

    /** As {@link #judge}, of a notice that is going out. */
    Judged judge(MassNotice notice, List<Chosen> batch, Instant now) {
        Set<PersonId> before = new HashSet<>(recipients.before(
                notice.id(), batch.stream().map(Chosen::personId).distinct().toList()));
        return judge(notice.choice(), batch, before, now);
    }
}
