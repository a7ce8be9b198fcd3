package kr.dochak.compensation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was given for broken promises, and by which rules. */
@Component
public class Compensations {

    private final GrantRepository grants;
    private final PolicyRepository policies;

    Compensations(GrantRepository grants, PolicyRepository policies) {
        this.grants = grants;
        this.policies = policies;
    }

    /** Everything granted for an order, oldest first. */
    public List<Granted> ofOrder(long orderId) {
        return grants.ofOrder(orderId);
    }

    /** Everything granted for these promises, oldest first; promises without a grant are missing. */
    public Map<Long, List<Granted>> ofPromises(Collection<Long> promiseIds) {
        return grants.ofPromises(promiseIds).stream().collect(Collectors.groupingBy(Granted::promiseId));
    }

    /** The rules that hold for a mall at this moment, as sentences made from the policy itself (ASR-4). */
    public List<PublicRule> rules(long tenantId) {
        return policies.active(Set.of(tenantId)).values().stream()
                .flatMap(policy -> policy.rules().stream())
                .map(RuleWords::sentence)
                .toList();
    }

    /** A mall's grants, newest first; {@code cursor} is null for the first page. */
    public Keyset<Granted> recent(long tenantId, @Nullable String cursor, int limit) {
        return Keyset.of(
                grants.ofTenant(tenantId, before(cursor), limit + 1), limit, last -> String.valueOf(last.grantId()));
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("cursor", "목록의 위치를 알 수 없어요. 처음부터 다시 열어 주세요.");
        }
    }

    /** What a mall granted from {@code from} until before {@code to}, by rule. */
    public List<RuleFigure> figures(long tenantId, Instant from, Instant to) {
        return grants.figures(tenantId, from, to);
    }

    /** What was granted from {@code from} until before {@code to}, by rule. */
    public List<RuleFigure> figures(Instant from, Instant to) {
        return grants.figures(from, to);
    }
}
