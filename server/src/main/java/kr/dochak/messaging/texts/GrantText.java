package kr.dochak.messaging.texts;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.GrantFact;

/**
 * What was given, as one sentence of ground and amount and nothing that invites to buy: so it stays information
 * (information network act, art. 50, and the review rules of Alimtalk).
 */
final class GrantText {

    private GrantText() {}

    /**
     * @param foreseen true while the parcel is still on its way: then it is not late yet, and the words say so
     */
    static String sentence(List<GrantFact> grants, boolean foreseen, String language) {
        if (grants.isEmpty()) {
            return "";
        }
        boolean english = language.equals("en");
        String things = grants.stream()
                .map(grant -> english ? english(grant) : korean(grant))
                .collect(Collectors.joining(english ? " and " : ", "));
        String ground =
                english ? englishGround(grants.getFirst(), foreseen) : koreanGround(grants.getFirst(), foreseen);
        return english
                ? "Because " + ground + ", our compensation policy gives you " + things + "."
                : ground + " 보상 기준에 따라 " + things + particle(grants.getLast()) + " 드렸어요.";
    }

    /** By the rule it was given by; a notice of an older version does not say which lateness that was. */
    private static String koreanGround(GrantFact grant, boolean foreseen) {
        if (grant.lateMinutes() != null) {
            String late = "약속보다 " + korean(Duration.ofMinutes(grant.lateMinutes())) + " 이상 ";
            return late + (foreseen ? "늦어질 것 같아" : "늦어져");
        }
        return switch (grant.cause()) {
            case LOST -> "상품이 분실되어";
            case DAMAGED -> "상품이 파손되어";
            case null, default -> "배송 약속을 지키지 못해";
        };
    }

    private static String englishGround(GrantFact grant, boolean foreseen) {
        if (grant.lateMinutes() != null) {
            String late = "at least " + english(Duration.ofMinutes(grant.lateMinutes())) + " late";
            return "your parcel " + (foreseen ? "will probably be " : "is ") + late;
        }
        return switch (grant.cause()) {
            case LOST -> "your parcel was lost";
            case DAMAGED -> "your parcel was damaged";
            case null, default -> "we did not keep our delivery promise";
        };
    }

    private static String korean(Duration late) {
        long minutes = late.toMinutes();
        return minutes % 1440 == 0 ? late.toDays() + "일" : minutes % 60 == 0 ? late.toHours() + "시간" : minutes + "분";
    }

    private static String english(Duration late) {
        long minutes = late.toMinutes();
        return minutes % 1440 == 0
                ? many(late.toDays(), "day")
                : minutes % 60 == 0 ? many(late.toHours(), "hour") : many(minutes, "minute");
    }

    private static String many(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
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
