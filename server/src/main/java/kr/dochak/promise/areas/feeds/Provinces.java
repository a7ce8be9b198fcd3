package kr.dochak.promise.areas.feeds;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.shared.CsvTable;

/**
 * In which province something lies: a zone of weather warnings by the longest known beginning of its code (public lists
 * of 특보구역코드; zones that moved, as 군위, keep the old province's code). A point lies in the province of the nearest of
 * some eighty towns: rough at borders, where roads are shared anyway.
 */
public final class Provinces {

    private static final double DEGREES_PER_LONGITUDE = .8;
    /** As far as a truck's way strays from the straight line; in degrees of latitude, about 30 km. */
    private static final double ASIDE = .27;

    private record Town(String province, double latitude, double longitude) {

        private double squareTo(double north, double east) {
            return Math.pow(latitude - north, 2) + Math.pow((longitude - east) * DEGREES_PER_LONGITUDE, 2);
        }
    }

    private record Way(String from, String to) {}

    private static final List<Town> TOWNS =
            CsvTable.rows("/areas/places.csv").stream().map(Provinces::town).toList();
    private static final List<NamedCsvRecord> CODES = zones("code");
    private static final List<NamedCsvRecord> NAMES = zones("name");
    private static final Map<Way, Set<String>> BETWEEN = new ConcurrentHashMap<>();

    private Provinces() {}

    private static List<NamedCsvRecord> zones(String match) {
        return CsvTable.rows("/areas/zones.csv").stream()
                .filter(row -> row.getField("match").equals(match))
                .sorted(Comparator.comparing(row -> -row.getField("key").length()))
                .toList();
    }

    private static Town town(NamedCsvRecord row) {
        return new Town(
                row.getField("province"),
                Double.parseDouble(row.getField("latitude")),
                Double.parseDouble(row.getField("longitude")));
    }

    /** Of a zone of the weather service; zones of the sea belong to a province only if they are called after it. */
    static Optional<String> ofZone(String code, String name) {
        return CODES.stream()
                .filter(row -> code.startsWith(row.getField("key")))
                .findFirst()
                .or(() -> NAMES.stream()
                        .filter(row -> name.contains(row.getField("key")))
                        .findFirst())
                .map(row -> row.getField("province"));
    }

    static Optional<String> at(double latitude, double longitude) {
        boolean korea = latitude > 33 && latitude < 39 && longitude > 124 && longitude < 132;
        return korea
                ? TOWNS.stream()
                        .min(Comparator.comparingDouble(town -> town.squareTo(latitude, longitude)))
                        .map(Town::province)
                : Optional.empty();
    }

    /** Which provinces a truck crosses from one to another, without these two; none where a name is no province's. */
    public static Set<String> between(String from, String to) {
        return BETWEEN.computeIfAbsent(new Way(from, to), Provinces::crossed);
    }

    private static Set<String> crossed(Way way) {
        Optional<Town> begin = first(way.from);
        Optional<Town> end = first(way.to);
        Set<String> crossed = new TreeSet<>();
        if (begin.isPresent() && end.isPresent()) {
            TOWNS.stream()
                    .filter(town -> liesOn(town, begin.get(), end.get()))
                    .forEach(town -> crossed.add(town.province));
        }
        crossed.remove(way.from);
        crossed.remove(way.to);
        return Set.copyOf(crossed);
    }

    private static Optional<Town> first(String province) {
        return TOWNS.stream().filter(town -> town.province.equals(province)).findFirst();
    }

    private static boolean liesOn(Town town, Town begin, Town end) {
        double east = (end.longitude - begin.longitude) * DEGREES_PER_LONGITUDE;
        double north = end.latitude - begin.latitude;
        double length = east * east + north * north;
        double toEast = (town.longitude - begin.longitude) * DEGREES_PER_LONGITUDE;
        double toNorth = town.latitude - begin.latitude;
        double along = length == 0 ? 0 : (toEast * east + toNorth * north) / length;
        double aside = Math.hypot(toEast - along * east, toNorth - along * north);
        return along > 0 && along < 1 && aside < ASIDE;
    }
}
