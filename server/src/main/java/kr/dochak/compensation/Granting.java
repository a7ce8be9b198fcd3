package kr.dochak.compensation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.benefits.Benefits;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderTopic;
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
    private final LiveTopics live;

    Granting(GrantRepository decisions, Benefits benefits, LiveTopics live) {
        this.decisions = decisions;
        this.benefits = benefits;
        this.live = live;
    }

    /** Gives these; a rule that a promise had before gives nothing again. The last thing its transaction does. */
    List<Granted> give(List<Grant> grants, Instant at) {
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
