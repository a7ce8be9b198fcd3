package kr.dochak.simulator.malls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kr.dochak.simulator.korea.Dice;

/** What was bought, for how much, and how it was paid. */
public record Basket(List<OrderLine> lines, int shipping, List<Discount> discounts, String method) {

    private static final int FREE_SHIPPING_FROM = 50_000;
    private static final List<String> METHODS =
            List.of("CARD", "CARD", "CARD", "KAKAOPAY", "NAVERPAY", "TOSSPAY", "TRANSFER");

    /** A price taken off, with the reason the customer is told. */
    public record Discount(String reason, int amount) {}

    static Basket fill(Mall mall, Dice dice) {
        List<OrderLine> lines = lines(mall, dice);
        int goods = lines.stream().mapToInt(OrderLine::amount).sum();
        int shipping = goods >= FREE_SHIPPING_FROM ? 0 : 3_000;
        return new Basket(lines, shipping, discounts(goods, dice), dice.pick(METHODS));
    }

    static Basket of(Product product, int quantity) {
        OrderLine line = new OrderLine(1, product, quantity);
        return new Basket(List.of(line), line.amount() >= FREE_SHIPPING_FROM ? 0 : 3_000, List.of(), "CARD");
    }

    private static List<OrderLine> lines(Mall mall, Dice dice) {
        int wanted = dice.weighted(List.of(1, 2, 3, 4), many -> 5 - many);
        Set<Product> chosen = new LinkedHashSet<>();
        IntStream.range(0, wanted).forEach(n -> chosen.add(dice.weighted(mall.products(), Product::popularity)));
        List<OrderLine> lines = new ArrayList<>();
        chosen.forEach(product -> lines.add(new OrderLine(lines.size() + 1, product, dice.chance(0.15) ? 2 : 1)));
        return List.copyOf(lines);
    }

    private static List<Discount> discounts(int goods, Dice dice) {
        List<Discount> discounts = new ArrayList<>();
        if (dice.chance(0.12)) {
            discounts.add(new Discount("첫 구매 쿠폰", Math.min(2_000, goods / 10)));
        }
        if (dice.chance(0.10)) {
            discounts.add(new Discount("단골 등급 할인 3%", goods * 3 / 1000 * 10));
        }
        if (dice.chance(0.06)) {
            discounts.add(new Discount("주말 기획전 할인", goods / 200 * 10));
        }
        return List.copyOf(discounts);
    }

    int goods() {
        return lines.stream().mapToInt(OrderLine::amount).sum();
    }

    int discount() {
        return discounts.stream().mapToInt(Discount::amount).sum();
    }

    Map<String, Object> amounts() {
        int total = goods() + shipping - discount();
        return Map.of("items", goods(), "shipping", shipping, "discount", discount(), "total", total);
    }
}
