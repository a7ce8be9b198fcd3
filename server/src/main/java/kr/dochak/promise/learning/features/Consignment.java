package kr.dochak.promise.learning.features;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery when its order becomes known, and never changes afterwards.
 *
 * @param id the key under which later news of it come
 * @param sender who moves it or hands it over, by whom ways differ: a carrier, a seller or a centre
 * @param knownAt when the shop may begin to work on it: paid or approved
 */
public record Consignment(String id, String sender, Place from, Place to, Goods goods, Terms terms, Instant knownAt) {

    /** As it is to be reckoned once it was handed over: what was planned for later was done by then. */
    public Consignment handedOver(Instant at) {
        Instant planned = terms.shipBy;
        return planned == null || !planned.isAfter(at)
                ? this
                : new Consignment(id, sender, from, to, goods, terms.shippedBy(at), knownAt);
    }

    /**
     * What is in it.
     *
     * @param kind what is handled alike before it leaves: the goods of a mall, or a category of products
     * @param kilograms not a number where not known
     * @param litres not a number where not known
     * @param sellers how many sellers have a part in the order
     */
    public record Goods(String kind, String product, int pieces, int sellers, double kilograms, double litres) {}

    /**
     * What was agreed.
     *
     * @param price in any unit that is the same for all consignments; not a number where not known
     * @param freight what the customer or seller paid for the way, in the same unit
     * @param payment the payment method's name
     * @param shipBy until when it should be handed over
     * @param promisedTo until when the mall said it would come
     */
    public record Terms(
            Instant orderedAt,
            double price,
            double freight,
            String payment,
            @Nullable Instant shipBy,
            @Nullable Instant promisedTo) {

        private Terms shippedBy(Instant at) {
            return new Terms(orderedAt, price, freight, payment, at, promisedTo);
        }
    }
}
