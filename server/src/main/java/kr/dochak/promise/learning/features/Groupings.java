package kr.dochak.promise.learning.features;

import static kr.dochak.promise.learning.features.Grouping.by;

import java.util.ArrayList;
import java.util.List;

/** By what outcomes are averaged, for each clock. Their names are in those of features, which models in use know: they stay. */
public final class Groupings {

    public static final int PROVINCE = 0;
    static final int REGION = 1;
    static final int DISTRICT = 2;
    static final int POSTCODE = 3;

    private Groupings() {}

    static List<Grouping> handling(Week week) {
        return List.of(
                Grouping.everything(5),
                by("seller", Groupings::sender, "all", 3),
                by("from district", j -> from(j, DISTRICT), "all", 5),
                by("category", Groupings::kind, "all", 5),
                by("product", Groupings::product, "seller", 3),
                by("weekday", j -> week.day(j.knownAt()), "all", 5),
                by("seller weekday", j -> sender(j) + week.day(j.knownAt()), "seller", 3));
    }

    static List<Grouping> transit() {
        return List.of(
                Grouping.everything(5),
                by("to province", j -> to(j, PROVINCE), "all", 8),
                by("lane", Groupings::lane, "to province", 8),
                by("to region", j -> to(j, REGION), "to province", 8),
                by("to district", j -> to(j, DISTRICT), "to region", 8),
                by("to postcode", j -> to(j, POSTCODE), "to district", 4),
                by("region lane", j -> from(j, REGION) + '>' + to(j, REGION), "lane", 8),
                by("district lane", j -> from(j, DISTRICT) + '>' + to(j, DISTRICT), "region lane", 5),
                by("province to district", j -> from(j, PROVINCE) + '>' + to(j, DISTRICT), "lane", 8),
                by("seller", Groupings::sender, "all", 5),
                by("seller to province", j -> sender(j) + to(j, PROVINCE), "lane", 5),
                by("distance", Groupings::distance, "all", 5),
                by("category", Groupings::kind, "all", 5),
                by("from district", j -> from(j, DISTRICT), "all", 5));
    }

    static List<Grouping> whole() {
        return List.of(
                Grouping.everything(5),
                by("to province", j -> to(j, PROVINCE), "all", 8),
                by("lane", Groupings::lane, "to province", 8),
                by("to district", j -> to(j, DISTRICT), "lane", 8),
                by("seller", Groupings::sender, "all", 5),
                by("seller to province", j -> sender(j) + to(j, PROVINCE), "lane", 5),
                by("product", Groupings::product, "all", 4),
                by("category", Groupings::kind, "all", 5),
                by("promised days", Groupings::promisedDays, "all", 5));
    }

    /** For outcomes against what was promised: where and by whom promises are broken. */
    static List<Grouping> promises() {
        return List.of(
                Grouping.everything(5),
                by("to province", j -> to(j, PROVINCE), "all", 8),
                by("to district", j -> to(j, DISTRICT), "all", 5),
                by("seller", Groupings::sender, "all", 5));
    }

    static List<Grouping> senders() {
        return List.of(Grouping.everything(5), by("seller", Groupings::sender, "all", 3));
    }

    static List<Grouping> ways() {
        List<Grouping> ways = new ArrayList<>(promises());
        ways.add(by("lane", Groupings::lane, "to province", 8));
        return ways;
    }

    public static String sender(Journey j) {
        return j.consignment().sender();
    }

    public static String lane(Journey j) {
        return from(j, PROVINCE) + '>' + to(j, PROVINCE);
    }

    public static String from(Journey j, int level) {
        return j.consignment().from().area(level);
    }

    public static String to(Journey j, int level) {
        return j.consignment().to().area(level);
    }

    private static String kind(Journey j) {
        return j.consignment().goods().kind();
    }

    private static String product(Journey j) {
        return j.consignment().goods().product();
    }

    private static String distance(Journey j) {
        double km = j.consignment().from().kilometresTo(j.consignment().to());
        return Double.isNaN(km) ? "?" : String.valueOf(Math.round(4 * Math.log1p(km)));
    }

    private static String promisedDays(Journey j) {
        var promised = j.consignment().terms().promisedTo();
        return promised == null ? "?" : String.valueOf((long) Math.floor(Journey.day(promised) - j.knownAt()));
    }
}
