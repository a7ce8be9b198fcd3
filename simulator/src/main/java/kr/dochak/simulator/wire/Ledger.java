package kr.dochak.simulator.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.dochak.simulator.wire.Call.Kind;
import kr.dochak.simulator.wire.Call.Outcome;
import kr.dochak.simulator.wire.Call.Verdict;

/** What the server acknowledged, to be compared with what it still knows later. */
public final class Ledger {

    private static final int REFUSALS_KEPT = 200;

    private final Map<Kind, Integer> known = new TreeMap<>();
    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> cancelled = new LinkedHashSet<>();
    private final Map<String, Object> shipments = new LinkedHashMap<>();
    private final Map<String, Set<Object>> scans = new LinkedHashMap<>();
    private final List<Map<String, Object>> refused = new ArrayList<>();
    private int refusals;

    public synchronized void enter(Call call, Verdict verdict) {
        if (verdict.outcome() == Outcome.REFUSED) {
            refuse(call, verdict);
            return;
        }
        known.merge(call.kind(), 1, Integer::sum);
        switch (call.kind()) {
            case ORDER -> orders.add(call.subject());
            case CANCELLATION -> cancelled.add(call.subject());
            case SHIPMENT -> shipments.put(call.subject(), call.body());
            case SCAN ->
                scans.computeIfAbsent(call.subject(), number -> new LinkedHashSet<>())
                        .add(call.body());
            case PREPARATION, HOOK -> {}
        }
    }

    private void refuse(Call call, Verdict verdict) {
        refusals++;
        refused.add(Map.of("kind", call.kind(), "subject", call.subject(), "detail", verdict.detail()));
        if (refused.size() > REFUSALS_KEPT) {
            refused.removeFirst();
        }
    }

    public synchronized boolean knowsOrder(String orderNo) {
        return orders.contains(orderNo);
    }

    public synchronized Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("orders", orders.size());
        counts.put("cancellations", cancelled.size());
        counts.put("shipments", shipments.size());
        counts.put("scans", scans.values().stream().mapToInt(Set::size).sum());
        counts.put("refused", refusals);
        counts.put("calls", new TreeMap<>(known));
        return counts;
    }

    public synchronized Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counts", counts());
        json.put("orders", List.copyOf(orders));
        json.put("cancelled", List.copyOf(cancelled));
        json.put("shipments", shipments.entrySet().stream().map(this::shipment).toList());
        json.put("scans", scanCounts());
        json.put("refused", List.copyOf(refused));
        return json;
    }

    private Map<String, Object> shipment(Map.Entry<String, Object> entry) {
        Map<?, ?> body = (Map<?, ?>) entry.getValue();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("carrier", String.valueOf(body.get("carrier")));
        row.put("trackingNumber", entry.getKey());
        row.put("scans", scans.getOrDefault(entry.getKey(), Set.of()).size());
        return row;
    }

    private Map<String, Integer> scanCounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        scans.forEach((number, distinct) -> counts.put(number, distinct.size()));
        return counts;
    }
}
