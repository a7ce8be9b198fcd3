package kr.dochak.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a parcel goes, as carriers reckon: the 17 provinces of Korea by their short names, found from the first two digits of a
 * five-digit postcode (in use since 2015-08-01), and a province's islands, which a ferry serves, as an area of their own: a
 * parcel to 백령 takes two days longer than one to the rest of 인천. A marketplace elsewhere brings region codes of its own, so
 * an area is a text.
 */
public final class Area {

    /** The area of something whose place is not known. */
    public static final String UNKNOWN = "?";

    /** What the name of a province's islands ends with. */
    public static final String ISLANDS = " 도서";

    private static final String JEJU = "제주";

    private static final String[] BY_PREFIX = new String[64];

    static {
        fill(1, 9, "서울");
        fill(10, 20, "경기");
        fill(21, 23, "인천");
        fill(24, 26, "강원");
        fill(27, 29, "충북");
        fill(30, 30, "세종");
        fill(31, 33, "충남");
        fill(34, 35, "대전");
        fill(36, 40, "경북");
        fill(41, 43, "대구");
        fill(44, 45, "울산");
        fill(46, 49, "부산");
        fill(50, 53, "경남");
        fill(54, 56, "전북");
        fill(57, 60, "전남");
        fill(61, 62, "광주");
        fill(63, 63, "제주");
    }

    /** Postcodes that only a ferry reaches, as malls and carriers list them; of 제주, the islands off it. */
    private static final List<Range> FERRIED = ranges("""
            22386-22388 23004-23010 23100-23116 23124-23136 31708 32133 33411 40200-40240 46768-46771 52570-52571
            53031-53033 53089-53104 54000 56347-56349 57068-57069 58760-58762 58800-58810 58816-58818 58826 58828-58866
            58953-58958 59102-59103 59106 59127 59129 59137-59166 59650 59766 59781-59790 63000-63001
            """);

    private static final List<String> KOREA = korea();

    private record Range(int from, int to) {

        private static Range of(String text) {
            String[] ends = text.split("-");
            return new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }

        private boolean holds(int postcode) {
            return postcode >= from && postcode <= to;
        }
    }

    private Area() {}

    /** The area of a postcode such as {@code 06236} or {@code 23116}; empty when no province has it. */
    public static Optional<String> ofPostcode(String postcode) {
        if (!postcode.matches("\\d{5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(postcode);
        return province(number)
                .map(name -> FERRIED.stream().anyMatch(range -> range.holds(number)) ? name + ISLANDS : name);
    }

    /** The province in which an area lies: its own name, but for islands. */
    public static String provinceOf(String area) {
        return area.endsWith(ISLANDS) ? area.substring(0, area.length() - ISLANDS.length()) : area;
    }

    /** Whether parcels go there by ship: the islands of a province, and 제주. */
    public static boolean isBeyondSea(String area) {
        return area.endsWith(ISLANDS) || area.equals(JEJU);
    }

    /** All areas of Korea: its provinces, then their islands. */
    public static List<String> ofKorea() {
        return KOREA;
    }

    private static Optional<String> province(int postcode) {
        int prefix = postcode / 1_000;
        return prefix < BY_PREFIX.length ? Optional.ofNullable(BY_PREFIX[prefix]) : Optional.empty();
    }

    private static List<String> korea() {
        List<String> areas = new ArrayList<>();
        for (String province : BY_PREFIX) {
            if (province != null && !areas.contains(province)) {
                areas.add(province);
            }
        }
        FERRIED.stream()
                .map(range -> BY_PREFIX[range.from / 1_000] + ISLANDS)
                .distinct()
                .forEach(areas::add);
        return List.copyOf(areas);
    }

    private static List<Range> ranges(String text) {
        return text.strip()
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .map(Range::of)
                .toList();
    }

    private static void fill(int from, int to, String area) {
        for (int prefix = from; prefix <= to; prefix++) {
            BY_PREFIX[prefix] = area;
        }
    }
}
