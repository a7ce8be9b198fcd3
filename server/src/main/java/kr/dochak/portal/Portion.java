package kr.dochak.portal;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.orders.OrderLine;

/**
 * Some pieces of a line of an order and the part they come with (ORD-3): one line may travel in two parcels. Pure.
 *
 * @param line the line, with as many pieces as are in this part
 */
public record Portion(OrderLine line, Parcel parcel) {

    /** The portions of a line, at least one; what no parcel names comes with the part that waits, or with a whole order. */
    public static List<Portion> of(OrderLine line, List<Parcel> parts) {
        List<Portion> portions = new ArrayList<>();
        int left = line.quantity();
        for (Parcel part : parts) {
            int pieces = Math.min(left, part.piecesOf(line));
            if (pieces > 0) {
                portions.add(new Portion(of(line, pieces), part));
                left -= pieces;
            }
        }
        if (left > 0) {
            portions.add(new Portion(of(line, left), waiting(parts)));
        }
        return portions;
    }

    /** Of what waits for a parcel nothing is known until its promise is made, which takes a moment. */
    private static Parcel waiting(List<Parcel> parts) {
        return parts.stream()
                .filter(part -> part.lines().isEmpty())
                .findFirst()
                .orElseGet(() -> new Parcel(parts.getFirst().order(), null, null));
    }

    private static OrderLine of(OrderLine line, int pieces) {
        return new OrderLine(line.line(), line.sku(), line.name(), pieces, line.unitPrice(), line.imageUrl());
    }
}
