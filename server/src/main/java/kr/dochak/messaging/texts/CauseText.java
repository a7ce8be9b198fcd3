package kr.dochak.messaging.texts;

import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import org.jspecify.annotations.Nullable;

/** Why something is late, in words a customer can use: what happened and where, nobody's blame, no full stop. */
final class CauseText {

    private CauseText() {}

    static String reason(@Nullable DelayCause cause, @Nullable String place, String language) {
        if (cause == null) {
            return language.equals("en") ? "Something on the way took longer" : "오는 길에 시간이 더 걸리고 있어요";
        }
        return language.equals("en") ? english(cause, place) : korean(cause, place);
    }

    private static String korean(DelayCause cause, @Nullable String place) {
        boolean known = place != null && !place.isBlank();
        return switch (cause) {
            case STOCK -> "상품이 아직 창고에 들어오지 않았어요";
            case PICKING -> "창고에서 상품을 준비하는 데 시간이 더 걸리고 있어요";
            case HANDOVER -> "상품을 택배사에 넘기는 일이 늦어졌어요";
            case HUB_BACKLOG -> (known ? spoken(place) + "에서" : "물류 허브에서") + " 분류가 밀려 있어요";
            case LINE_HAUL -> (known ? spoken(place) + "에서 떠나는" : "지역으로 가는") + " 화물차가 늦어지고 있어요";
            case LAST_MILE -> (known ? spoken(place) + "에서" : "동네 배송점에서") + " 배송이 밀려 있어요";
            case ADDRESS -> "받는 곳의 주소를 다시 확인하고 있어요";
            case WEATHER -> (known ? spoken(place) + " 쪽 " : "") + "날씨 때문에 차가 천천히 움직이고 있어요";
            case CARRIER_DATA -> "택배사에서 새 위치 소식이 들어오지 않고 있어요";
            case LOST -> "상품이 오는 길에 없어진 것으로 확인됐어요";
            case DAMAGED -> "상품이 오는 길에 상한 것으로 확인됐어요";
            case CUSTOMER_REQUEST -> "요청하신 날로 바꿨어요";
        };
    }

    private static String english(DelayCause cause, @Nullable String place) {
        boolean known = place != null && !place.isBlank();
        return switch (cause) {
            case STOCK -> "The item has not reached our warehouse yet";
            case PICKING -> "Getting your order ready is taking longer than planned";
            case HANDOVER -> "Your parcel was handed to the carrier late";
            case HUB_BACKLOG -> "Sorting is backed up at " + (known ? place : "the hub");
            case LINE_HAUL -> "The truck " + (known ? "from " + place : "to your area") + " is running late";
            case LAST_MILE -> "Deliveries are backed up at " + (known ? place : "the local depot");
            case ADDRESS -> "The delivery address has to be checked";
            case WEATHER -> "The weather" + (known ? " near " + place : "") + " is slowing the trucks down";
            case CARRIER_DATA -> "The carrier has sent no new position for your parcel";
            case LOST -> "Your parcel was lost on the way";
            case DAMAGED -> "Your parcel was damaged on the way";
            case CUSTOMER_REQUEST -> "The day was changed as you asked";
        };
    }

    /** {@code 옥천HUB} is said {@code 옥천 허브}. */
    private static String spoken(@Nullable String place) {
        String said = String.valueOf(place).strip();
        return said.replaceFirst("\\s*(?i)hub$", " 허브")
                .replaceFirst("(?<=\\S)허브$", " 허브")
                .replace("  ", " ");
    }

    /** What the delay means for the promise, a whole sentence. */
    static String finding(@Nullable DelayKind kind, String language) {
        boolean english = language.equals("en");
        return switch (kind) {
            case OVERDUE -> english ? "It did not reach you when we promised." : "약속한 시간에 도착하지 못했어요.";
            case SILENT ->
                english
                        ? "We are checking where it is, and expect it after the time we promised."
                        : "저희가 위치를 확인하고 있고, 약속한 시간보다 늦을 것 같아요.";
            case PREDICTED ->
                english
                        ? "It will not reach you when we promised, so here is the new time."
                        : "약속한 시간에 도착하기 어려워서 먼저 알려 드려요.";
            case null -> english ? "It will arrive later than we promised." : "약속한 시간보다 늦게 도착해요.";
        };
    }
}
