package kr.dochak.promise.learning.features;

import java.util.List;

/**
 * Where a parcel starts or ends: the areas it lies in, the broadest first (province, district, postcode), and its position.
 *
 * @param areas at least one; each name unique among all places, since averages are kept by it
 * @param latitude in degrees; {@link Double#NaN} where the position is not known
 * @param longitude in degrees; {@link Double#NaN} where the position is not known
 */
public record Place(List<String> areas, double latitude, double longitude) {

    private static final double EARTH_KM = 6371;

    public Place {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("a place lies in at least one area");
        }
        areas = List.copyOf(areas);
    }

    /** The area of a level, or the narrowest that is known. */
    String area(int level) {
        return areas.get(Math.min(level, areas.size() - 1));
    }

    /** As the crow flies; not a number where a position is not known. */
    double kilometresTo(Place other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double h = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
