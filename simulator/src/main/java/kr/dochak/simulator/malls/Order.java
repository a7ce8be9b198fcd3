package kr.dochak.simulator.malls;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.KoreanTime;
import org.jspecify.annotations.Nullable;

/** An order as the mall knows it. */
public record Order(
        Number number,
        LocalDateTime orderedAt,
        Customer customer,
        Recipient recipient,
        Basket basket,
        Shipping shipping) {

    /** Which order of which mall; the serial also numbers its parcels. */
    public record Number(Mall mall, String orderNo, int serial) {}

    /** From where, by whom, and what was promised in the shop. */
    public record Shipping(
            Centre centre, Carrier carrier, @Nullable Slot promise) {

        public boolean isTimed() {
            return promise != null && promise.timed();
        }
    }

    public String orderNo() {
        return number.orderNo();
    }

    public Mall mall() {
        return number.mall();
    }

    public LocalDateTime paidAt() {
        return orderedAt.plusSeconds(35);
    }

    public Order movedTo(String house, String note) {
        return new Order(number, orderedAt, customer, recipient.at(house, note), basket, shipping);
    }

    public Centre.Work work(long seed) {
        Dice dice = Dice.of(seed, orderNo(), "work");
        Slot promise = shipping.promise();
        return promise != null && promise.timed()
                ? shipping.centre().workTowards(paidAt(), promise.leaves(), dice)
                : shipping.centre().work(paidAt(), dice);
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderNo", orderNo());
        json.put("orderedAt", KoreanTime.iso(orderedAt));
        json.put("paidAt", KoreanTime.iso(paidAt()));
        json.put("customer", customerJson());
        json.put("recipient", recipient.json());
        json.put("items", basket.lines().stream().map(OrderLine::json).toList());
        json.put("amounts", basket.amounts());
        json.put(
                "discounts",
                basket.discounts().stream().map(Order::discountJson).toList());
        json.put("payment", Map.of("method", basket.method()));
        json.put(
                "shipFrom",
                Map.of(
                        "centre",
                        shipping.centre().name(),
                        "area",
                        shipping.centre().area()));
        json.put("carrier", shipping.carrier().id());
        if (shipping.promise() != null) {
            json.put("promise", shipping.promise().json());
        }
        return json;
    }

    private Map<String, Object> customerJson() {
        return Map.of(
                "id", customer.id(),
                "name", customer.name(),
                "phone", customer.phone(),
                "email", customer.email(),
                "locale", customer.locale());
    }

    private static Map<String, Object> discountJson(Basket.Discount discount) {
        return Map.of("reason", discount.reason(), "amount", discount.amount());
    }
}
