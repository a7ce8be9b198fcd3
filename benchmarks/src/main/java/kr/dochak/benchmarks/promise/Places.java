package kr.dochak.benchmarks.promise;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.promise.learning.features.Place;

/** Places by state and zip prefix, with the mean position of the prefix, or of its district where it has none. */
final class Places {

    private static final int DIGITS = 5;
    private static final int REGION_DIGITS = 2;
    private static final int DISTRICT_DIGITS = 3;

    private static final class Mean {
        private double latitude;
        private double longitude;
        private int count;
    }

    private final Map<String, Mean> means = new HashMap<>();

    Places(Path folder) {
        CsvFile.in(folder, "olist_geo_zip_avg.csv", "zip_prefix", "lat_avg", "lng_avg")
                .each(row -> {
                    String zip = zip(row.getField("zip_prefix"));
                    double latitude = Double.parseDouble(row.getField("lat_avg"));
                    double longitude = Double.parseDouble(row.getField("lng_avg"));
                    add(zip, latitude, longitude);
                    add(zip.substring(0, DISTRICT_DIGITS), latitude, longitude);
                });
    }

    Place of(String state, String zipPrefix) {
        String zip = zip(zipPrefix);
        Mean mean = means.getOrDefault(zip, means.get(zip.substring(0, DISTRICT_DIGITS)));
        return new Place(
                List.of(state, zip.substring(0, REGION_DIGITS), zip.substring(0, DISTRICT_DIGITS), zip),
                mean == null ? Double.NaN : mean.latitude / mean.count,
                mean == null ? Double.NaN : mean.longitude / mean.count);
    }

    static Place unknown() {
        return new Place(List.of("?"), Double.NaN, Double.NaN);
    }

    private void add(String key, double latitude, double longitude) {
        Mean mean = means.computeIfAbsent(key, unused -> new Mean());
        mean.latitude += latitude;
        mean.longitude += longitude;
        mean.count++;
    }

    /** The files lost leading zeros. */
    private static String zip(String text) {
        return "0".repeat(Math.max(0, DIGITS - text.length())) + text;
    }
}
