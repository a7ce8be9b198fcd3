package kr.dochak.simulator.carriers;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.malls.Order;
import org.jspecify.annotations.Nullable;

/** A box under way: the steps behind it and the steps ahead. */
public final class Parcel {

    private final Order order;
    private final List<Integer> lines;
    private final String trackingNumber;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final List<Scan> behind = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int plan;

    public Parcel(Order order, List<Integer> lines, String trackingNumber, Collection<Step> steps) {
        this.order = order;
        this.lines = lines;
        this.trackingNumber = trackingNumber;
        ahead.addAll(steps);
    }

    public Order order() {
        return order;
    }

    public Carrier carrier() {
        return order.shipping().carrier();
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public @Nullable Step next() {
        return ahead.peek();
    }

    public int stepsAhead() {
        return ahead.size();
    }

    public List<Scan> scans() {
        return List.copyOf(behind);
    }

    /** Plans made before the last change of plan are void. */
    public int plan() {
        return plan;
    }

    public int changePlan() {
        return ++plan;
    }

    public boolean isUnderWay() {
        return behind.size() > 1 && !ahead.isEmpty();
    }

    public LocalDateTime nextAt(LocalDateTime previous, long seed) {
        return at(Objects.requireNonNull(next()).hours(), previous, seed);
    }

    /** When its next step would happen if nothing had gone wrong with it. */
    public LocalDateTime usuallyAt(LocalDateTime previous, long seed) {
        return at(Objects.requireNonNull(next()).usual(), previous, seed);
    }

    private LocalDateTime at(Hours hours, LocalDateTime previous, long seed) {
        return hours.after(previous, carrier(), Dice.of(seed, trackingNumber, behind.size()));
    }

    public void lose(Loss loss) {
        losses.add(loss);
    }

    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    public Scan move(LocalDateTime at, @Nullable String reason) {
        Step step = ahead.removeFirst();
        Scan scan = new Scan(
                carrier(),
                trackingNumber,
                afterTheLast(at),
                step.stage(),
                reason == null ? step.reason() : reason,
                step.place());
        behind.add(scan);
        return scan;
    }

    private LocalDateTime afterTheLast(LocalDateTime at) {
        return behind.isEmpty()
                ? at
                : KoreanTime.later(at, behind.getLast().occurredAt().plusNanos(1_000_000));
    }

    /** From here the parcel only meets these steps. */
    public void divert(Collection<Step> steps) {
        ahead.clear();
        ahead.addAll(steps);
        changePlan();
    }

    public String lastPlace() {
        return behind.isEmpty()
                ? order.shipping().centre().title()
                : behind.getLast().place();
    }

    public Map<String, Object> json(LocalDateTime registeredAt) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("orderNo", order.orderNo());
        if (!lines.isEmpty()) {
            part.put("lines", lines);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("carrier", carrier().id());
        json.put("trackingNumber", trackingNumber);
        json.put("orders", List.of(part));
        json.put("originArea", order.shipping().centre().area());
        json.put("destinationArea", order.recipient().place().area());
        json.put("registeredAt", KoreanTime.iso(registeredAt));
        return json;
    }
}
