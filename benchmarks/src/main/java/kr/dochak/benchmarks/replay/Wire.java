package kr.dochak.benchmarks.replay;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How a past order is told over the API. */
final class Wire {

    record Order(
            String orderNo,
            String orderedAt,
            String paidAt,
            Customer customer,
            To recipient,
            List<Item> items,
            Amounts amounts,
            Payment payment,
            From shipFrom,
            String carrier,
            Promise promise) {}

    record Customer(String id, String name) {}

    record To(String name, String postcode, String address1, String area) {}

    record Item(int line, String sku, String name, int quantity, long unitPrice) {}

    record Amounts(long items, long shipping, long discount, long total) {}

    record Payment(String method) {}

    record From(String area) {}

    record Promise(String to, boolean timed) {}

    record Shipment(String carrier, String trackingNumber, List<Part> orders, String registeredAt) {}

    record Part(String orderNo) {}

    record Scan(String carrier, String trackingNumber, String occurredAt, String status, String place, String text) {}

    private Wire() {}

    /** The files name nobody, so a buyer is called by the beginning of their id. */
    static Order order(PastOrder order, String carrier) {
        PastOrder.Buyer buyer = order.buyer();
        String name =
                "Customer " + buyer.id().substring(0, Math.min(8, buyer.id().length()));
        return new Order(
                order.orderNo(),
                order.orderedAt().toString(),
                order.knownAt().toString(),
                new Customer(buyer.id(), name),
                new To(name, buyer.postcode(), buyer.city() + ", " + buyer.area(), buyer.area()),
                items(order.lines()),
                new Amounts(order.itemsWon(), order.shippingWon(), 0, order.itemsWon() + order.shippingWon()),
                new Payment(order.paymentMethod()),
                new From(order.origin()),
                carrier,
                new Promise(order.promisedTo().toString(), false));
    }

    private static List<Item> items(List<PastOrder.Line> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Item(
                        i + 1,
                        lines.get(i).sku(),
                        lines.get(i).name(),
                        1,
                        lines.get(i).priceWon()))
                .toList();
    }

    static Shipment shipment(PastOrder order, String carrier) {
        return new Shipment(
                carrier,
                order.trackingNumber(),
                List.of(new Part(order.orderNo())),
                order.registeredAt().toString());
    }

    static Scan scan(PastOrder order, String carrier, Instant at, Happening.Kind kind) {
        String place = kind == Happening.Kind.DELIVERED ? order.buyer().city() : order.origin();
        return new Scan(carrier, order.trackingNumber(), at.toString(), kind.name(), place, "");
    }
}
