package kr.dochak.console.windows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kr.dochak.compensation.Lateness;
import kr.dochak.console.LineChart;
import kr.dochak.console.LineChart.Series;
import kr.dochak.promise.PromiseChoice;
import kr.dochak.promise.accuracy.PastOrder;
import kr.dochak.promise.accuracy.PastOrders;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;

/**
 * What last month would have been had the mall promised by other quantiles (PRM-1): an earlier day pleases, and is missed
 * more often. Pure.
 *
 * @param orders how many there were
 */
public record WhatIf(List<Choice> choices, long orders) {

    /**
     * One quantile on last month's orders.
     *
     * @param days from the day of the order to the promised one, on average
     * @param late the share that came after the promised day
     * @param cost what the delays would have cost under the present policy
     */
    public record Choice(int quantile, double days, double late, Won cost) {}

    /** A choice that was made, and by whom. */
    public record Chosen(PromiseChoice choice, String by) {}

    /**
     * @param delivers on which days a carrier delivers what is sent from an area
     * @param worth what delays are worth all together
     */
    static WhatIf of(
            PastOrders past,
            List<Integer> quantiles,
            Function<PastOrder, Predicate<LocalDate>> delivers,
            Function<List<Lateness>, Won> worth) {
        List<Choice> choices = new ArrayList<>();
        for (int quantile : past.sample().isEmpty() ? List.<Integer>of() : quantiles) {
            choices.add(choice(past, quantile, delivers, worth));
        }
        return new WhatIf(List.copyOf(choices), past.all());
    }

    private static Choice choice(
            PastOrders past,
            int quantile,
            Function<PastOrder, Predicate<LocalDate>> delivers,
            Function<List<Lateness>, Won> worth) {
        long days = 0;
        List<Lateness> late = new ArrayList<>();
        for (PastOrder order : past.sample()) {
            LocalDate day = PromisedDay.of(order.window(), quantile, delivers.apply(order));
            days += ChronoUnit.DAYS.between(Seoul.dateOf(order.confirmedAt()), day);
            Instant end = Seoul.endOf(day);
            if (order.deliveredAt().isAfter(end)) {
                late.add(new Lateness(Duration.between(end, order.deliveredAt()), order.cause(), order.total()));
            }
        }
        double count = past.sample().size();
        long cost = Math.round(worth.apply(late).amount() * past.scale());
        return new Choice(quantile, days / count, late.size() / count, new Won(cost));
    }

    /** Where a quantile stands among the choices; -1 when it does not. */
    public int placeOf(int quantile) {
        return choices.stream().map(Choice::quantile).toList().indexOf(quantile);
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

    private List<Double> places() {
        double span = PromisedDay.MOST - PromisedDay.LEAST;
        return choices.stream()
                .map(choice -> (choice.quantile() - PromisedDay.LEAST) / span)
                .toList();
    }

    private List<String> labels() {
        return choices.stream()
                .map(choice -> choice.quantile() % 10 == 0 || choice.quantile() == PromisedDay.MOST
                        ? choice.quantile() + "%"
                        : "")
                .toList();
    }
}
