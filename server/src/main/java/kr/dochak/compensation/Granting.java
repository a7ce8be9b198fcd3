package kr.dochak.compensation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.benefits.Benefits;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.OrderTopic;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/**
 * Gives what was decided: keeps the decisions and their burden, and has the benefits issued, all in the caller's
 * transaction.
 */
@Component
class Granting {

    private final GrantRepository decisions;
    private final Benefits benefits;
    private final Orders orders;
    private final LiveTopics live;

    Granting(GrantRepository decisions, Benefits benefits, Orders orders, LiveTopics live) {
        this.decisions = decisions;
        this.benefits = benefits;
        this.orders = orders;
        this.live = live;
    }

    /**
     * Gives these, as far as their orders stand and no rule that a promise had before again; the last thing its transaction
     * does. Nothing is paid for what was cancelled, whichever fact came first.
     */
    List<Granted> give(List<Grant> decided, Instant at) {
        List<Grant> grants = ofStanding(decided);
        if (grants.isEmpty()) {
            return List.of();
        }
        List<Granted> granted = decisions.insert(grants, at);
        Map<String, Granted> byKey = granted.stream().collect(Collectors.toMap(Granting::key, Function.identity()));
        List<Grant> fresh =
                grants.stream().filter(grant -> byKey.containsKey(grant.key())).toList();
        keepBurden(fresh, byKey);
        benefits.grant(
                ofKind(fresh, Kind.POINTS).map(grant -> grant.points(at)).toList(),
                ofKind(fresh, Kind.COUPON).map(grant -> grant.coupon(at)).toList());
        live.touchAll(granted.stream().map(g -> OrderTopic.of(g.orderId())).toList());
        return granted;
    }

    private List<Grant> ofStanding(List<Grant> grants) {
        if (grants.isEmpty()) {
            return grants;
        }
        Set<OrderId> fallen =
                orders
                        .summaries(grants.stream()
                                .map(grant -> grant.promise().orderId())
                                .toList())
                        .values()
                        .stream()
                        .filter(order -> !order.stands())
                        .map(OrderSummary::orderId)
                        .collect(Collectors.toSet());
        return grants.stream()
                .filter(grant -> !fallen.contains(grant.promise().orderId()))
                .toList();
    }

    private void keepBurden(List<Grant> grants, Map<String, Granted> byKey) {
        Map<Long, Map<Bearer, Won>> burden = new HashMap<>();
        for (Grant grant : grants) {
            Granted granted = byKey.get(grant.key());
            if (granted != null) {
                burden.put(granted.grantId(), grant.terms().split(grant.award().worth()));
            }
        }
        decisions.insertBurden(burden);
    }

    private static Stream<Grant> ofKind(List<Grant> grants, Kind kind) {
        return grants.stream().filter(grant -> grant.award().kind() == kind);
    }

    private static String key(Granted granted) {
        return "comp:" + granted.promiseId() + ":" + granted.ruleId();
    }
}
