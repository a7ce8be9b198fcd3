package kr.dochak.promise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.shared.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivery promises and their ledger: the one bean of this module that others call. */
@Component
public class Promises {

    private final PromiseQuery query;
    private final PromiseLedger ledger;

    Promises(PromiseQuery query, PromiseLedger ledger) {
        this.query = query;
        this.ledger = ledger;
    }

    /** The promises of these orders, by order; one for each part that travels on its own (ORD-3). */
    public Map<Long, List<PromiseView>> ofOrders(Collection<Long> orderIds) {
        return query.ofOrders(orderIds);
    }

    public Optional<PromiseView> find(long promiseId) {
        return query.find(promiseId);
    }

    /** Every window that was shown for a promise, oldest first; never changed. */
    public List<WindowShown> ledgerOf(long promiseId) {
        return ledger.of(promiseId);
    }

    /** A mall's promises, newest first. */
    public Keyset<PromiseView> list(long tenantId, PromiseFilter filter, @Nullable String cursor, int limit) {
        return query.list(tenantId, filter, cursor, limit);
    }

    /** How many promises are where, for the live board. */
    public PromiseFigures figures(long tenantId) {
        return query.figures(tenantId);
    }

    /** What needs hands now: open delays by cause and place, the largest first. */
    public List<Situation> situations(long tenantId, int most) {
        return query.situations(tenantId, most);
    }
}
