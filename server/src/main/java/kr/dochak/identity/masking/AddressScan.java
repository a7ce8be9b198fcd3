package kr.dochak.identity.masking;

import java.util.List;

/** Finds roads and towns with a number behind them, and houses and doors by their number: 101동 1203호. */
final class AddressScan {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_DETAIL = 60;
    private static final int MOST_DIGITS = 5;
    private static final String[] UNITS = {"호실", "호", "동", "층", "번지", "번길", "가길", "길"};
    private static final String[] HOUSES = {
        "아파트", "빌라", "빌딩", "센터", "타워", "오피스텔", "맨션", "주택", "하이츠", "캐슬", "자이", "푸르지오", "래미안", "힐스테이트", "아이파크", "상가",
        "원룸", "고시원", "기숙사", "apt"
    };
    private static final String[] NOT_A_DOOR = {
        "시", "분", "개", "일", "월", "년", "원", "번째", "박스", "회", "만", "천", "명", "건", "차", "주", "%", "kg", "배", "번 출구", "번출구",
        "단계", "가지"
    };

    private AddressScan() {}

    static void find(CharSequence text, List<Span> found) {
        int at = 0;
        while (at < text.length()) {
            Span span = Signs.isDigit(text, at) && !Signs.isDigit(text, at - 1)
                    ? numbered(text, at)
                    : new Span(at, at, PersonalPart.ADDRESS);
            if (span.to() > at) {
                found.add(span);
            }
            at = Math.max(span.to(), at + 1);
        }
    }

    /** The address that this number is of; empty when it is of none. */
    private static Span numbered(CharSequence text, int at) {
        int road = roadBefore(text, at);
        int end = numberTo(text, at);
        boolean unit = unitAt(text, end) > 0 && end - at >= 2 && !isFloor(text, end);
        if (road < at && Signs.wordAt(text, end, NOT_A_DOOR) == 0) {
            return new Span(road, detailTo(text, end + unitAt(text, end)), PersonalPart.ADDRESS);
        }
        return unit
                ? new Span(houseBefore(text, at), detailTo(text, end + unitAt(text, end)), PersonalPart.ADDRESS)
                : new Span(at, at, PersonalPart.ADDRESS);
    }

    private static boolean isFloor(CharSequence text, int at) {
        return text.charAt(at) == '층' || text.charAt(at) == '길';
    }

    /** {@code 123}, {@code 12-3}. */
    private static int numberTo(CharSequence text, int at) {
        int to = Signs.pastDigits(text, at, MOST_DIGITS);
        boolean more = to + 1 < text.length() && text.charAt(to) == '-' && Signs.isDigit(text, to + 1);
        return more ? Signs.pastDigits(text, to + 1, MOST_DIGITS) : to;
    }

    private static int unitAt(CharSequence text, int at) {
        return Signs.startsWith(text, at, "호출") ? 0 : Signs.wordAt(text, at, UNITS);
    }

    /** Where the road or town begins whose number stands here; here itself when there is none. */
    private static int roadBefore(CharSequence text, int at) {
        int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int from = nameFrom(text, end);
        if (end - from < 2 || "로길동읍면리가".indexOf(text.charAt(end - 1)) < 0) {
            return at;
        }
        char before = text.charAt(end - 2);
        boolean particle = before == '으' || text.charAt(end - 1) == '가' && !Signs.isDigit(before);
        boolean verb = text.charAt(end - 1) == '면' || text.charAt(end - 1) == '리';
        return particle || verb && end - from < 3 || !Signs.isWord(before) ? at : from;
    }

    private static int nameFrom(CharSequence text, int end) {
        int from = end;
        while (from > 0
                && from > end - LONGEST_NAME
                && (Signs.isWord(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return from;
    }

    /** The name of a house right before the number of a door in it. */
    private static int houseBefore(CharSequence text, int at) {
        int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int from = nameFrom(text, end);
        for (int i = from; i < end; i++) {
            int house = Signs.wordAt(text, i, HOUSES);
            if (house > 0 && i + house == end) {
                return from;
            }
        }
        return at;
    }

    /** Past what follows: further numbers with units, houses, doors. */
    private static int detailTo(CharSequence text, int start) {
        int to = start;
        while (to < start + LONGEST_DETAIL) {
            int next = to;
            while (next < text.length() && next < to + 2 && " ,(".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            int end = piece(text, next);
            if (end == next) {
                return to;
            }
            to = end;
        }
        return to;
    }

    private static int piece(CharSequence text, int at) {
        if (Signs.isDigit(text, at)) {
            int end = numberTo(text, at);
            int unit = unitAt(text, end);
            return unit > 0 ? end + unit : at;
        }
        int end = at;
        while (end < text.length() && end < at + LONGEST_NAME && Signs.isWord(text.charAt(end))) {
            int house = Signs.wordAt(text, end, HOUSES);
            if (house > 0) {
                return end + house;
            }
            end++;
        }
        return at;
    }
}
