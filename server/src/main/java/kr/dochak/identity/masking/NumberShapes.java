package kr.dochak.identity.masking;

import java.util.List;
import java.util.regex.Pattern;

/** What a number is by its digits and by how they are grouped; each answers for one short number. */
final class NumberShapes {

    private static final Pattern DOMESTIC = Pattern.compile(
            "01[016789]\\d{7,8}|02\\d{7,8}|0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|80)\\d{7,8}|050[2-8]\\d{7,8}");
    private static final Pattern RESIDENT =
            Pattern.compile("\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[1-8]\\d{6}");
    private static final Pattern DAY = Pattern.compile("20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]).*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern COMPANY = Pattern.compile("1[568]\\d\\d");

    private NumberShapes() {}

    static boolean fits(PersonalPart part, String digits, List<NumberScan.Group> groups, boolean abroad) {
        return switch (part) {
            case PHONE -> isPhone(digits, groups, abroad);
            case RESIDENT -> RESIDENT.matcher(digits).matches();
            case CARD -> isCard(digits, groups);
            default -> false;
        };
    }

    private static boolean isPhone(String digits, List<NumberScan.Group> groups, boolean abroad) {
        if (abroad && digits.length() >= 8 && digits.length() <= 15) {
            return true;
        }
        if (digits.startsWith("00") && !digits.startsWith("000")) {
            return digits.length() >= 11 && digits.length() <= 17;
        }
        if (digits.startsWith("82")) {
            String rest = digits.substring(2);
            return DOMESTIC.matcher(rest).matches()
                    || DOMESTIC.matcher("0" + rest).matches();
        }
        return DOMESTIC.matcher(digits).matches() || hasLostItsZero(digits, groups);
    }

    /** 10-1234-5678, as spreadsheets leave it. */
    private static boolean hasLostItsZero(String digits, List<NumberScan.Group> groups) {
        return groups.size() == 3
                && digits.length() == 10
                && digits.startsWith("10")
                && groups.get(0).digits().length() == 2
                && groups.get(1).digits().length() == 4;
    }

    private static boolean isCard(String digits, List<NumberScan.Group> groups) {
        boolean inFours = groups.size() == 4
                && groups.subList(0, 3).stream()
                        .allMatch(group -> group.digits().length() == 4);
        return (digits.length() == 15 || digits.length() == 16)
                && (inFours || groups.size() == 1 && !DAY.matcher(digits).matches() && isLuhn(digits));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** How many of the first groups are a date, a sum, a company's number or a number that begins with its day; 0 for none. */
    static int harmless(CharSequence text, List<NumberScan.Group> groups) {
        String first = groups.getFirst().digits();
        if (DAY.matcher(first).matches()) {
            return Math.min(groups.size(), isHyphen(text, groups, 0) ? 2 : 1);
        }
        if (YEAR.matcher(first).matches()
                && groups.size() > 1
                && groups.get(1).digits().length() <= 2) {
            return Math.min(groups.size(), 3);
        }
        if (COMPANY.matcher(first).matches()
                && groups.size() > 1
                && groups.get(1).digits().length() == 4
                && isHyphen(text, groups, 0)) {
            return 2;
        }
        return sum(text, groups);
    }

    private static int sum(CharSequence text, List<NumberScan.Group> groups) {
        int end = 1;
        while (end < groups.size()
                && groups.get(end).digits().length() == 3
                && groups.get(end).from() == groups.get(end - 1).to() + 1
                && text.charAt(groups.get(end - 1).to()) == ',') {
            end++;
        }
        return end > 1 && groups.getFirst().digits().length() <= 3 ? end : 0;
    }

    private static boolean isHyphen(CharSequence text, List<NumberScan.Group> groups, int after) {
        return groups.size() > after + 1
                && groups.get(after + 1).from() == groups.get(after).to() + 1
                && text.charAt(groups.get(after).to()) == '-';
    }

    /** The first groups that one hyphen each holds together. */
    static List<NumberScan.Group> joinedByHyphens(CharSequence text, List<NumberScan.Group> groups) {
        int end = 1;
        while (end < groups.size() && isHyphen(text, groups, end - 1)) {
            end++;
        }
        return groups.subList(0, end);
    }
}
