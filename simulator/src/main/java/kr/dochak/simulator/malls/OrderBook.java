package kr.dochak.simulator.malls;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import org.jspecify.annotations.Nullable;

/**
 * Every order the malls will ever get: a function of seed, mall and day.
 *
 * @param quietUntil before this day the malls are young and sell less
 */
public record OrderBook(long seed, int perDay, LocalDate quietUntil, List<Customer> customers) {

    private static final int QUIET_PERCENT = 45;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    public static OrderBook of(long seed, int perDay) {
        return new OrderBook(seed, perDay, LocalDate.MIN, Customer.regulars(seed, 300));
    }

    /** The same malls, young until that day. */
    public OrderBook quietUntil(LocalDate day) {
        return new OrderBook(seed, perDay, day, customers);
    }

    public List<Order> orders(Mall mall, LocalDate day) {
        Dice dice = Dice.of(seed, mall, day);
        List<LocalDateTime> moments = OrderCurve.moments(day, perDay(day) * mall.share() / 100, dice);
        return IntStream.range(0, moments.size())
                .mapToObj(n -> order(number(mall, day, n + 1), moments.get(n)))
                .toList();
    }

    private int perDay(LocalDate day) {
        return day.isBefore(quietUntil) ? perDay * QUIET_PERCENT / 100 : perDay;
    }

    private static Order.Number number(Mall mall, LocalDate day, int serial) {
        return new Order.Number(mall, "%s%s-%06d".formatted(mall.prefix(), day.format(DAY), serial), serial);
    }

    private Order order(Order.Number number, LocalDateTime orderedAt) {
        Dice dice = Dice.of(seed, number.orderNo());
        Customer customer = regular(dice);
        Recipient recipient = Recipient.of(customer, dice);
        Basket basket = Basket.fill(number.mall(), dice);
        Slot slot = promise(number.mall(), orderedAt, recipient.place(), dice);
        return new Order(
                number, orderedAt, customer, recipient, basket, shipping(number.mall(), recipient, slot, dice));
    }

    /** Some customers come often, most now and then. */
    private Customer regular(Dice dice) {
        double often = dice.fraction() * dice.fraction();
        return customers.get((int) (often * customers.size()));
    }

    private static Order.Shipping shipping(Mall mall, Recipient recipient, @Nullable Slot slot, Dice dice) {
        boolean timed = slot != null && slot.timed();
        Carrier carrier = timed ? Carrier.CJ : dice.weighted(List.of(Carrier.values()), Carrier::share);
        return new Order.Shipping(centre(mall, recipient.place()), carrier, slot);
    }

    static Centre centre(Mall mall, Place to) {
        boolean north = List.of("서울", "경기", "인천", "강원").contains(to.area());
        return mall.centres().get(north ? 0 : 1);
    }

    private static @Nullable Slot promise(Mall mall, LocalDateTime at, Place place, Dice dice) {
        boolean shown = dice.chance(0.35);
        if (!shown || place.ferryDays() > 0) {
            return null;
        }
        if (mall == Mall.RAINBOW) {
            return Slot.day(centre(mall, place).dispatchDay(at.plusMinutes(1)).plusDays(1));
        }
        return place.isCapital() ? timedSlot(at, dice) : null;
    }

    /** Ordered in the morning: the same day's hours; ordered before 22:00: before breakfast. */
    private static @Nullable Slot timedSlot(LocalDateTime at, Dice dice) {
        int hour = at.getHour();
        if (hour < 14 && dice.chance(0.6)) {
            int from = Math.max(14, (hour + 6) / 2 * 2);
            return Slot.hours(at.toLocalDate(), from, from + 2);
        }
        return hour < 22 ? Slot.hours(at.toLocalDate().plusDays(1), 5, 7) : null;
    }

    /** An order wanted now, by hand: an ordinary parcel without a promise of the shop. */
    public Order byHand(Mall mall, LocalDateTime at, int serial, ByHand wish) {
        Customer customer = wish.customer(customers, seed);
        Recipient recipient = Recipient.of(customer, Dice.of(seed, at));
        Carrier carrier = wish.carrier() == null ? Carrier.CJ : wish.carrier();
        Order.Shipping shipping = new Order.Shipping(centre(mall, recipient.place()), carrier, wish.slot());
        Product product = mall.products().get(serial % mall.products().size());
        return new Order(
                number(mall, at.toLocalDate(), serial), at, customer, recipient, Basket.of(product, 1), shipping);
    }
}
