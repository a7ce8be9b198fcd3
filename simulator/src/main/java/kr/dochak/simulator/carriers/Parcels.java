package kr.dochak.simulator.carriers;

import java.time.LocalDate;
import java.util.List;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.malls.Order;
import kr.dochak.simulator.malls.OrderLine;
import kr.dochak.simulator.malls.Slot;

/** How an order becomes boxes. */
public final class Parcels {

    private Parcels() {}

    /** One box, or two when the goods lie apart; troubles by chance unless the order shall be calm. */
    public static List<Parcel> of(Order order, long seed, boolean calm) {
        boolean split = !calm
                && order.basket().lines().size() > 1
                && Dice.of(seed, order.orderNo(), "split").chance(0.18);
        return split
                ? List.of(
                        parcel(order, 0, lines(order).subList(0, 1), seed, false),
                        parcel(order, 1, lines(order).subList(1, lines(order).size()), seed, false))
                : List.of(parcel(order, 0, List.of(), seed, calm));
    }

    private static Parcel parcel(Order order, int box, List<Integer> lines, long seed, boolean calm) {
        LocalDate day = order.orderedAt().toLocalDate();
        int serial = order.number().serial() * 4 + order.mall().ordinal() * 2 + box;
        String trackingNumber = TrackingNumbers.of(order.shipping().carrier(), day, serial);
        Dice dice = Dice.of(seed, trackingNumber, "trouble");
        List<Step> route = route(order, calm ? 0 : lateness(dice));
        return new Parcel(
                order,
                lines,
                trackingNumber,
                calm ? route : Trouble.befalling(dice).on(route, dice));
    }

    private static List<Step> route(Order order, int lateMinutes) {
        Slot slot = order.shipping().promise();
        return slot != null && slot.timed()
                ? Route.timed(
                        order.shipping().carrier(),
                        order.shipping().centre(),
                        order.recipient().place(),
                        slot,
                        lateMinutes)
                : Route.overnight(
                        order.shipping().carrier(),
                        order.shipping().centre(),
                        order.recipient().place());
    }

    /** One timed slot of fourteen is missed by up to two hours. */
    private static int lateness(Dice dice) {
        return dice.chance(0.07) ? dice.between(115, 220) : 0;
    }

    private static List<Integer> lines(Order order) {
        return order.basket().lines().stream().map(OrderLine::line).toList();
    }
}
