package kr.dochak.promise.windows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On which delivery day parcels really came, counted from the day of the middle of the window their order was given. A lane's
 * figures are drawn towards those of its carrier, these towards those of all, and these towards the window itself, the more
 * the fewer they are.
 */
public record ArrivalTable(Map<Key, Row> rows) {

    /** What stands before the first delivery. */
    public static final ArrivalTable EMPTY = new ArrivalTable(Map.of());

    /** All carriers, or all lanes. */
    public static final String ANY = "*";

    /** With so many deliveries figures count half. */
    static final double HALF = 50;

    /** A parcel comes this many delivery days before the middle's day at the earliest; what comes earlier counts there. */
    public static final int EARLIEST = -2;

    /** What comes later than so many delivery days after the middle's day counts there. */
    public static final int LATEST = 6;

    /** A window whose late end is further away than this is read by its lines alone. */
    public static final int WIDEST = 2;

    /** @param spread how many delivery days lie between the window's middle and its late end */
    public record Key(String carrier, String origin, String destination, int spread) {}

    /** How many deliveries came by each delivery day, from {@link #EARLIEST} to {@link #LATEST}; the last is all of them. */
    public record Row(List<Long> by) {

        public Row {
            by = List.copyOf(by);
        }

        private double drawn(double towards, int offset) {
            long all = by.getLast();
            long came = offset < EARLIEST ? 0 : by.get(Math.min(offset, LATEST) - EARLIEST);
            return (came + HALF * towards) / (all + HALF);
        }
    }

    public ArrivalTable {
        rows = Map.copyOf(rows);
    }

    /** The chance of having come by a delivery day, where the window's lines alone say {@code byLines}. */
    double by(String carrier, String origin, String destination, int spread, int offset, double byLines) {
        if (offset > LATEST || spread > WIDEST) {
            return byLines;
        }
        double all = drawn(rows.get(new Key(ANY, ANY, ANY, spread)), byLines, offset);
        double ofCarrier = drawn(rows.get(new Key(carrier, ANY, ANY, spread)), all, offset);
        return drawn(rows.get(new Key(carrier, origin, destination, spread)), ofCarrier, offset);
    }

    private static double drawn(@Nullable Row row, double towards, int offset) {
        return row == null ? towards : row.drawn(towards, offset);
    }
}
