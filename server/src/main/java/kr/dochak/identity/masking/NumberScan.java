package kr.dochak.identity.masking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds phones, accounts, cards and the like among the digits of a text, however they are spaced. What is a date, a sum, an
 * order or a parcel is left, where its own words or its shape show it.
 */
final class NumberScan {

    private static final int MOST_GROUPS = 24;
    private static final int LONGEST_GROUP = 20;
    private static final int MOST_BETWEEN = 3;
    private static final String BETWEEN = " -.()/_,";
    private static final String[] OF_GOODS = {"송장", "운송", "택배", "주문", "상품", "등기", "문의번호", "tracking", "order", "invoice"
    };
    private static final String[] OF_BANKS = {
        "은행", "뱅크", "농협", "신협", "계좌", "카뱅", "토스", "우체국", "새마을", "입금", "예금", "국민", "신한", "우리", "하나", "기업", "account",
        "bank"
    };

    private NumberScan() {}

    /** Digits that stand together, and where. */
    record Group(int from, int to, String digits) {}

    static void find(CharSequence text, List<Span> found) {
        int at = 0;
        while (at < text.length()) {
            if (!Signs.isDigit(text, at)) {
                at++;
                continue;
            }
            List<Group> groups = groups(text, at);
            Span span = judge(text, groups);
            if (span != null) {
                found.add(span);
            }
            at = span == null ? pastGroup(text, groups) : span.to();
        }
    }

    /** Past the first group; a date, a sum and a number of an order are passed as a whole. */
    private static int pastGroup(CharSequence text, List<Group> groups) {
        int whole = NumberShapes.harmless(text, groups);
        return whole > 0
                ? groups.get(whole - 1).to()
                : Math.max(
                        groups.getFirst().to(),
                        pastLongDigits(text, groups.getFirst().to()));
    }

    private static int pastLongDigits(CharSequence text, int at) {
        int past = at;
        while (Signs.isDigit(text, past)) {
            past++;
        }
        return past;
    }

    private static List<Group> groups(CharSequence text, int start) {
        List<Group> groups = new ArrayList<>();
        int at = start;
        while (groups.size() < MOST_GROUPS) {
            int end = Signs.pastDigits(text, at, LONGEST_GROUP);
            groups.add(new Group(at, end, text.subSequence(at, end).toString()));
            int next = end;
            while (next < text.length() && next < end + MOST_BETWEEN && BETWEEN.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next == end || !Signs.isDigit(text, next)) {
                break;
            }
            at = next;
        }
        return groups;
    }

    private static @Nullable Span judge(CharSequence text, List<Group> groups) {
        int start = groups.getFirst().from();
        boolean afterLetter = start > 0 && Signs.isLatin(text.charAt(start - 1));
        if (afterLetter && groups.getFirst().digits().length() == 12 && text.charAt(start - 1) == 'p') {
            return new Span(start - 1, groups.getFirst().to(), PersonalPart.CUSTOMS);
        }
        boolean abroad = isPlus(text, start) && NumberShapes.harmless(text, groups) == 0;
        Span phone = longest(groups, abroad ? isOpen(text, start) : start, PersonalPart.PHONE, abroad);
        if (phone != null) {
            return phone;
        }
        if (afterLetter || isPartOfCode(text, start) || NumberShapes.harmless(text, groups) > 0) {
            return null;
        }
        Span longer = longest(groups, start, PersonalPart.RESIDENT, false);
        Span card = longer == null ? longest(groups, start, PersonalPart.CARD, false) : longer;
        return card == null ? money(text, groups) : card;
    }

    private static boolean isPartOfCode(CharSequence text, int start) {
        return start > 1 && text.charAt(start - 1) == '-' && Signs.isWord(text.charAt(start - 2));
    }

    private static boolean isPlus(CharSequence text, int start) {
        return text.charAt(isOpen(text, start)) == '+';
    }

    /** Where the sign of a country stands before a number: {@code +82}, {@code +(82)}. */
    private static int isOpen(CharSequence text, int start) {
        int before = start;
        while (before > 0 && before > start - MOST_BETWEEN && " (+".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
            if (text.charAt(before) == '+') {
                return before;
            }
        }
        return start;
    }

    /** The longest beginning of the groups that is a number of this kind. */
    private static @Nullable Span longest(List<Group> groups, int from, PersonalPart part, boolean abroad) {
        StringBuilder digits = new StringBuilder();
        Span best = null;
        for (int i = 0; i < groups.size() && digits.length() <= LONGEST_GROUP; i++) {
            digits.append(groups.get(i).digits());
            if (NumberShapes.fits(part, digits.toString(), groups.subList(0, i + 1), abroad)) {
                best = new Span(from, groups.get(i).to(), part);
            }
        }
        return best;
    }

    /** An account, or a long number of which nothing says that it belongs to goods. */
    private static @Nullable Span money(CharSequence text, List<Group> groups) {
        Group first = groups.getFirst();
        if (Signs.isBefore(text, first.from(), 14, OF_GOODS)) {
            return null;
        }
        List<Group> joined = NumberShapes.joinedByHyphens(text, groups);
        int digits = joined.stream().mapToInt(group -> group.digits().length()).sum();
        int end = joined.getLast().to();
        boolean bank = Signs.isBefore(text, first.from(), 14, OF_BANKS)
                || Signs.wordAt(text, Signs.pastBlanks(text, end, 2), OF_BANKS) > 0;
        if (digits >= 8 && bank || joined.size() > 2 && digits >= 10) {
            return new Span(first.from(), end, PersonalPart.ACCOUNT);
        }
        if (joined.size() == 2 && digits == 8 && joined.getLast().digits().length() == 4) {
            return new Span(first.from(), end, PersonalPart.PHONE);
        }
        return first.digits().length() >= 10
                ? new Span(first.from(), pastLongDigits(text, first.to()), PersonalPart.NUMBER)
                : null;
    }
}
