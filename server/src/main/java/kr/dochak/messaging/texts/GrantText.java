package kr.dochak.messaging.texts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.GrantFact;

/**
 * What was given, as one sentence of ground and amount and nothing that invites to buy: so it stays information
 * (information network act, art. 50, and the review rules of Alimtalk).
 */
final class GrantText {

    private static final Pattern LATE_BY = Pattern.compile("(\\d+)(m|min|h|d)\\b");

    private GrantText() {}

    static String sentence(List<GrantFact> grants, String language) {
        if (grants.isEmpty()) {
            return "";
        }
        boolean english = language.equals("en");
        String things = grants.stream()
                .map(grant -> english ? english(grant) : korean(grant))
                .collect(Collectors.joining(english ? " and " : ", "));
        String ground = ground(grants.getFirst().ruleId(), english);
        return english
                ? "Because " + ground + ", our compensation policy gives you " + things + "."
                : ground + " 보상 기준에 따라 " + things + particle(grants.getLast()) + " 드렸어요.";
    }

    private static String ground(String ruleId, boolean english) {
        Matcher lateBy = LATE_BY.matcher(ruleId);
        if (!lateBy.find()) {
            return english ? "we did not keep our delivery promise" : "배송 약속을 지키지 못해";
        }
        int many = Integer.parseInt(lateBy.group(1));
        String unit = switch (lateBy.group(2)) {
            case "h" -> english ? "hour" : "시간";
            case "d" -> english ? "day" : "일";
            default -> english ? "minute" : "분";
        };
        return english
                ? "your parcel is at least " + many + " " + unit + (many == 1 ? "" : "s") + " late"
                : "약속보다 " + many + unit + " 이상 늦어져";
    }

    private static String korean(GrantFact grant) {
        String won = number(grant.won());
        if (grant.kind() == Kind.POINTS) {
            return "포인트 " + won + "P";
        }
        return grant.percent() == null ? won + "원 할인 쿠폰" : grant.percent() + "% 할인 쿠폰(최대 " + won + "원)";
    }

    private static String english(GrantFact grant) {
        String won = number(grant.won());
        if (grant.kind() == Kind.POINTS) {
            return won + " points";
        }
        return grant.percent() == null
                ? "a " + won + " won coupon"
                : "a " + grant.percent() + "% coupon (up to " + won + " won)";
    }

    private static String particle(GrantFact last) {
        return last.kind() == Kind.POINTS ? "를" : "을";
    }

    private static String number(long won) {
        return String.format(Locale.ROOT, "%,d", won);
    }
}
