package kr.dochak.compensation;

import java.time.Duration;
import java.util.Locale;
import kr.dochak.promise.PromiseFact.DelayCause;

/** Says a rule in words, from its data alone, so that what is published is what is done (ASR-4). */
final class RuleWords {

    private RuleWords() {}

    static PublicRule sentence(Rule rule) {
        return new PublicRule(
                rule.id(),
                koreanCondition(rule.condition()) + " " + koreanGift(rule.gift()) + (rule.adds() ? " 더 드려요" : " 드려요"),
                englishGift(rule.gift()) + (rule.adds() ? " on top " : " ") + englishCondition(rule.condition()));
    }

    /** Why a benefit was given, as it stands in the customer's history and in the ledger. */
    static String reason(Rule rule) {
        return switch (rule.condition()) {
            case Rule.Condition.Late late ->
                (late.timedOnly() ? "시간대 배송 " : "배송 ") + korean(late.atLeast()) + " 이상 지연 보상";
            case Rule.Condition.Caused caused -> koreanNoun(caused.cause()) + " 보상";
        };
    }

    private static String koreanCondition(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Condition.Late late ->
                (late.timedOnly() ? "시간대 배송이 " : "배송이 ") + korean(late.atLeast()) + " 이상 늦으면";
            case Rule.Condition.Caused caused ->
                switch (caused.cause()) {
                    case LOST -> "상품이 분실되면";
                    case DAMAGED -> "상품이 파손되면";
                    default -> koreanNoun(caused.cause()) + " 때문에 약속이 늦어지면";
                };
        };
    }

    private static String koreanGift(Rule.Gift gift) {
        return switch (gift) {
            case Rule.Gift.Points fixed -> number(fixed.points().amount()) + "P를";
            case Rule.Gift.PointShare share -> "주문 금액의 " + share.percent() + "%를 포인트로";
            case Rule.Gift.Coupon coupon ->
                coupon.percent() + "% 할인 쿠폰(최대 " + coupon.maxDiscount().text() + ")을";
        };
    }

    private static String englishCondition(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Condition.Late late ->
                "when your " + (late.timedOnly() ? "timed delivery" : "delivery") + " is at least "
                        + english(late.atLeast()) + " late.";
            case Rule.Condition.Caused caused ->
                switch (caused.cause()) {
                    case LOST -> "when your parcel is lost.";
                    case DAMAGED -> "when your item arrives damaged.";
                    default -> "when your delivery is late because of " + englishNoun(caused.cause()) + ".";
                };
        };
    }

    private static String englishGift(Rule.Gift gift) {
        return switch (gift) {
            case Rule.Gift.Points fixed -> "You get " + number(fixed.points().amount()) + " points";
            case Rule.Gift.PointShare share -> "You get " + share.percent() + "% of the order in points";
            case Rule.Gift.Coupon coupon ->
                "You get a " + coupon.percent() + "% coupon (up to ₩"
                        + number(coupon.maxDiscount().amount()) + ")";
        };
    }

    private static String koreanNoun(DelayCause cause) {
        return switch (cause) {
            case STOCK -> "재고 부족";
            case PICKING -> "출고 지연";
            case HANDOVER -> "집하 지연";
            case HUB_BACKLOG -> "허브 분류 지연";
            case LINE_HAUL -> "간선 운송 지연";
            case LAST_MILE -> "배송지 도착 지연";
            case VEHICLES -> "배송 차량 부족";
            case ADDRESS -> "주소 확인";
            case ABSENCE -> "받는 분 부재";
            case REFUSED -> "수취 거절";
            case MISSORTED -> "오분류";
            case WRONG_INFORMATION -> "잘못된 안내";
            case WEATHER -> "날씨";
            case CLOSED_DAY -> "새로 정해진 휴일";
            case CARRIER_DATA -> "배송 정보 오류";
            case LOST -> "상품 분실";
            case DAMAGED -> "상품 파손";
            case CUSTOMER_REQUEST -> "고객 요청";
        };
    }

    private static String englishNoun(DelayCause cause) {
        return switch (cause) {
            case STOCK -> "missing stock";
            case PICKING -> "late dispatch";
            case HANDOVER -> "a late hand-over to the carrier";
            case HUB_BACKLOG -> "sorting at a hub";
            case LINE_HAUL -> "transport between hubs";
            case LAST_MILE -> "the last leg to you";
            case VEHICLES -> "too few vehicles or drivers";
            case ADDRESS -> "an address that had to be checked";
            case ABSENCE -> "nobody being there to take it";
            case REFUSED -> "its not being accepted";
            case MISSORTED -> "wrong sorting";
            case WRONG_INFORMATION -> "wrong information";
            case WEATHER -> "the weather";
            case CLOSED_DAY -> "a newly declared day off";
            case CARRIER_DATA -> "wrong carrier data";
            case LOST -> "loss";
            case DAMAGED -> "damage";
            case CUSTOMER_REQUEST -> "your own request";
        };
    }

    private static String korean(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return duration.toDays() + "일";
        }
        return minutes % 60 == 0 ? duration.toHours() + "시간" : minutes + "분";
    }

    private static String english(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return plural(duration.toDays(), "day");
        }
        return minutes % 60 == 0 ? plural(duration.toHours(), "hour") : plural(minutes, "minute");
    }

    private static String plural(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String number(long amount) {
        return String.format(Locale.KOREA, "%,d", amount);
    }
}
