package kr.dochak.console.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dochak.compensation.Lateness;
import kr.dochak.console.LineChart;
import kr.dochak.console.LineChart.Series;
import kr.dochak.promise.PromiseChoice;
import kr.dochak.promise.accuracy.PastOrder;
import kr.dochak.promise.accuracy.PastOrders;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;

/**
 * What last month would have been had the mall promised by other quantiles (PRM-1): an earlier day pleases, and is missed
 * more often. Promises are days, so quantiles that promise every order the same day are one choice.
 *
 * @param orders how many there were
 * @param busiest the ways of most of them
 */
public record WhatIf(List<Choice> choices, long orders, List<Way> busiest) {

    /**
     * Quantiles with the same outcome on last month's orders.
     *
     * @param from the least sure of them
     * @param quantile the most sure of them: what choosing this means
     * @param days from the day of the order to the promised one, on average
     * @param late the share that came after the promised day
     * @param cost what the delays would have cost under the present policy
     * @param shares which share of the orders would have been promised how many days after the order
     */
    public record Choice(int from, int quantile, double days, double late, Won cost, Map<Long, Double> shares) {

        /** Whether this is what a mall with this quantile promises. */
        public boolean holds(int present) {
            return from <= present && present <= quantile;
        }

        /** The shares of the most usual days, the earliest first; what is rarer than one of a hundred is left out. */
        public Map<Long, Double> usual() {
            return shares.entrySet().stream()
                    .filter(share -> share.getValue() >= .01)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        }
    }

    private static final int BUSIEST = 5;

    /** A choice that was made, and by whom. */
    public record Chosen(PromiseChoice choice, String by) {}

    /**
     * @param chances by which days an order was likely to come, as its window had it
     * @param worth what delays are worth all together
     */
    static WhatIf of(
            PastOrders past,
            List<Integer> quantiles,
            Function<PastOrder, DayChances> chances,
            Function<List<Lateness>, Won> worth) {
        List<DayChances> all = past.sample().stream().map(chances).toList();
        List<Choice> choices = new ArrayList<>();
        List<LocalDate> before = List.of();
        for (int quantile : past.sample().isEmpty() ? List.<Integer>of() : quantiles) {
            List<LocalDate> days =
                    all.stream().map(each -> each.promised(quantile)).toList();
            if (days.equals(before)) {
                Choice same = choices.removeLast();
                choices.add(new Choice(same.from(), quantile, same.days(), same.late(), same.cost(), same.shares()));
            } else {
                choices.add(choice(past, quantile, days, worth));
            }
            before = days;
        }
        return new WhatIf(List.copyOf(choices), past.all(), busiest(past));
    }

    private static List<Way> busiest(PastOrders past) {
        Map<Way, Long> orders =
                past.sample().stream().collect(Collectors.groupingBy(PastOrder::way, Collectors.counting()));
        return orders.entrySet().stream()
                .sorted(Map.Entry.<Way, Long>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().toString()))
                .limit(BUSIEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Choice choice(
            PastOrders past, int quantile, List<LocalDate> promised, Function<List<Lateness>, Won> worth) {
        long days = 0;
        Map<Long, Double> shares = new TreeMap<>();
        List<Lateness> late = new ArrayList<>();
        double count = past.sample().size();
        for (int i = 0; i < promised.size(); i++) {
            PastOrder order = past.sample().get(i);
            long after = ChronoUnit.DAYS.between(Seoul.dateOf(order.confirmedAt()), promised.get(i));
            days += after;
            shares.merge(after, 1 / count, Double::sum);
            Instant end = Seoul.endOf(promised.get(i));
            if (order.deliveredAt().isAfter(end)) {
                late.add(new Lateness(Duration.between(end, order.deliveredAt()), order.cause(), order.total()));
            }
        }
        long cost = Math.round(worth.apply(late).amount() * past.scale());
        return new Choice(quantile, quantile, days / count, late.size() / count, new Won(cost), shares);
    }

    /** Where a quantile stands among the choices; -1 when it does not. */
    public int placeOf(int quantile) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).holds(quantile)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether there is anything to choose: a chart of one day would be a flat line. */
    public boolean isChoice() {
        return choices.size() > 1;
    }

    public LineChart late() {
        List<Series> late = series("late", choice -> choice.late() * 100);
        return LineChart.of(
                late, labels(), places(), 0, Math.max(5, Math.ceil(LineChart.greatest(late, 5) / 5) * 5), null);
    }

    public LineChart days() {
        List<Series> days = series("days", Choice::days);
        return LineChart.of(days, labels(), places(), 0, Math.max(1, Math.ceil(LineChart.greatest(days, 1))), null);
    }

    private List<Series> series(String key, Function<Choice, Double> figure) {
        return List.of(new Series(key, choices.stream().map(figure).collect(Collectors.toList())));
    }

    /** Evenly, since the surest choices lie close together and their names would stand on each other. */
    private List<Double> places() {
        return IntStream.range(0, choices.size())
                .mapToObj(i -> choices.size() == 1 ? 0 : (double) i / (choices.size() - 1))
                .toList();
    }

    private List<String> labels() {
        return choices.stream().map(choice -> choice.quantile() + "%").toList();
    }
}
