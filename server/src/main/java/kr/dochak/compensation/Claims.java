package kr.dochak.compensation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.promise.Promises;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/**
 * What promises stand for in the moment of a decision: they may be worth less or more than when their delay was found, be late for another
 * cause (PRM-4), and have been a part of one that got something.
 */
@Component
class Claims {

    /**
     * A promise as it stands.
     *
     * @param trial whether it is of a test order, which is never compensated
     * @param already what it got, by rule, alone or as a part of another; no rule gives twice for the same goods (BEN-2)
     */
    record Claim(WatchedPromise promise, Map<String, Won> already, boolean trial) {}

    private final Promises live;
    private final GrantRepository grants;
    private final WatchedPromiseRepository promises;

    Claims(Promises live, GrantRepository grants, WatchedPromiseRepository promises) {
        this.live = live;
        this.grants = grants;
        this.promises = promises;
    }

    /** By promise; a cause that has been revised is noted. */
    Map<PromiseId, Claim> of(Collection<WatchedPromise> watched) {
        List<PromiseId> ids = watched.stream().map(WatchedPromise::promiseId).toList();
        Map<PromiseId, Promises.Claim> now = live.claims(ids);
        Map<PromiseId, Map<String, Won>> already = grants.worthOf(ids);
        Map<PromiseId, List<Granted>> ofOthers = ofOthers(now.values());
        Map<PromiseId, Claim> claims = new HashMap<>();
        List<WatchedPromise> revised = new ArrayList<>();
        for (WatchedPromise promise : watched) {
            Promises.Claim claim = now.get(promise.promiseId());
            WatchedPromise standing = claim == null ? promise : promise.standing(claim);
            Map<String, Won> got = new HashMap<>(already.getOrDefault(promise.promiseId(), Map.of()));
            if (claim != null) {
                asPart(claim, ofOthers, standing.total()).forEach(got::putIfAbsent);
            }
            claims.put(promise.promiseId(), new Claim(standing, got, claim != null && claim.trial()));
            if (standing.cause() != promise.cause()) {
                revised.add(standing);
            }
        }
        if (!revised.isEmpty()) {
            promises.because(revised);
        }
        return claims;
    }

    private static Map<String, Won> asPart(Promises.Claim claim, Map<PromiseId, List<Granted>> ofOthers, Won total) {
        Map<String, Won> got = new HashMap<>();
        for (Promises.Claim.Before before : claim.before()) {
            ofOthers.getOrDefault(before.promiseId(), List.of()).stream()
                    .filter(grant -> !grant.at().isAfter(before.until()))
                    .forEach(grant -> got.put(grant.ruleId(), share(grant, total)));
        }
        return got;
    }

    private Map<PromiseId, List<Granted>> ofOthers(Collection<Promises.Claim> claims) {
        Set<PromiseId> others = new HashSet<>();
        claims.forEach(claim -> claim.before().forEach(before -> others.add(before.promiseId())));
        return others.isEmpty() ? Map.of() : grants.byPromise(others);
    }

    /** How much of what was given for the whole was for this part of it. */
    private static Won share(Granted grant, Won total) {
        Won whole = grant.value();
        Integer percent = grant.percent();
        if (percent == null) {
            return whole;
        }
        Won part = total.percent(percent);
        return part.compareTo(whole) <= 0 ? part : whole;
    }
}
