package kr.dochak.shared;

import java.util.Optional;

/**
 * The 17 provinces of Korea by their short names, found from the first two digits of a five-digit postcode
 * (in use since 2015-08-01). A marketplace elsewhere brings region codes of its own, so an area is a text.
 */
public final class Area {

    /** The area of something whose place is not known. */
    public static final String UNKNOWN = "?";

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

    private Area() {}

    /** The province of a postcode such as {@code 06236}; empty when no province has it. */
    public static Optional<String> ofPostcode(String postcode) {
        if (!postcode.matches("\\d{5}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(postcode.substring(0, 2));
        return prefix < BY_PREFIX.length ? Optional.ofNullable(BY_PREFIX[prefix]) : Optional.empty();
    }

    private static void fill(int from, int to, String area) {
        for (int prefix = from; prefix <= to; prefix++) {
            BY_PREFIX[prefix] = area;
        }
    }
}
