package kr.dochak.messaging.reasons;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Locale;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.causes.LostTime;
import kr.dochak.shared.KoreanTime;
import org.jspecify.annotations.Nullable;

/**
 * Why something is late, in words a customer can use: the place and what happened there, nobody's blame, no full stop (PRM-4). The
 * place stands as in the list of scans, so that it can be found there.
 */
public final class CauseText {

    private CauseText() {}

    /**
     * @param place where the parcel was last, for what was found before lost time was looked for
     * @param lost where the time was lost, or null where nothing shows it
     * @param now the moment of which it speaks
     */
    public static String reason(
            @Nullable DelayCause cause, @Nullable String place, @Nullable LostTime lost, Instant now, String language) {
        boolean english = language.equals("en");
        if (cause == null) {
            return english ? "Something on the way took longer" : "오는 길에 시간이 더 걸리고 있어요";
        }
        if (lost != null && isTimed(cause) && !lost.place().isBlank()) {
            return new Stretch(lost, now, english).sentence(cause);
        }
        String known = lost == null || lost.place().isBlank() ? place : lost.place();
        return english ? english(cause, known) : korean(cause, known);
    }

    /** What lasted so long that the length says something. */
    private static boolean isTimed(DelayCause cause) {
        return switch (cause) {
            case PICKING, HANDOVER, HUB_BACKLOG, LINE_HAUL, LAST_MILE, WEATHER -> true;
            default -> false;
        };
    }

    private static String korean(DelayCause cause, @Nullable String place) {
        boolean known = place != null && !place.isBlank();
        return switch (cause) {
            case STOCK -> "상품이 아직 창고에 들어오지 않았어요";
            case PICKING -> "창고에서 상품을 준비하는 데 시간이 더 걸리고 있어요";
            case HANDOVER -> "상품을 택배사에 넘기는 일이 늦어졌어요";
            case HUB_BACKLOG -> (known ? place + "에서" : "물류 허브에서") + " 분류가 밀려 있어요";
            case LINE_HAUL -> (known ? place + "에서 떠나는" : "지역으로 가는") + " 화물차가 늦어지고 있어요";
            case LAST_MILE -> (known ? place + "에서" : "동네 배송점에서") + " 배송이 밀려 있어요";
            case VEHICLES -> (known ? place + "에서" : "동네 배송점에서") + " 배송할 차나 기사님이 모자라요";
            case ADDRESS -> "받는 곳의 주소를 다시 확인하고 있어요";
            case ABSENCE -> "방문했을 때 전해 드리지 못해서 다시 찾아가요";
            case REFUSED -> "받지 않겠다고 하셔서 되돌아가고 있어요";
            case MISSORTED -> (known ? place + "로 " : "") + "잘못 나뉘어서 다시 보내고 있어요";
            case WEATHER -> (known ? place + " 쪽 " : "") + "날씨 때문에 차가 천천히 움직이고 있어요";
            case CLOSED_DAY -> closed(place, false) + " 배송을 쉬는 날로 정해졌어요";
            case CARRIER_DATA -> "택배사에서 새 위치 소식이 들어오지 않고 있어요";
            case WRONG_INFORMATION -> "전해 받은 배송 정보가 실제와 달랐어요";
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
            case VEHICLES -> "Vans or drivers are short at " + (known ? place : "the local depot");
            case ADDRESS -> "The delivery address has to be checked";
            case ABSENCE -> "We could not hand it over when we came, so we will come again";
            case REFUSED -> "It was not accepted and is on its way back";
            case MISSORTED ->
                "It was sorted to " + (known ? place : "the wrong place") + " by mistake and is being sent on";
            case WEATHER -> "The weather" + (known ? " near " + place : "") + " is slowing the trucks down";
            case CLOSED_DAY -> closed(place, true) + " was declared a day without deliveries";
            case CARRIER_DATA -> "The carrier has sent no new position for your parcel";
            case WRONG_INFORMATION -> "What we were told about your delivery was not so";
            case LOST -> "Your parcel was lost on the way";
            case DAMAGED -> "Your parcel was damaged on the way";
            case CUSTOMER_REQUEST -> "The day was changed as you asked";
        };
    }

    /** The day itself stands where other causes have their place. */
    private static String closed(@Nullable String day, boolean english) {
        try {
            return english
                    ? KoreanTime.date(LocalDate.parse(day == null ? "" : day), TextStyle.FULL, Locale.ENGLISH)
                    : KoreanTime.date(LocalDate.parse(day == null ? "" : day), TextStyle.FULL, Locale.KOREAN) + "은";
        } catch (DateTimeParseException none) {
            return english ? "A day on the way" : "오는 길에 하루가";
        }
    }

    /** A place and how long it has taken there, beside what is usual: {@code 옥천HUB에서 6시간째 기다리고 있어요, 보통 2시간이에요}. */
    private record Stretch(LostTime lost, Instant now, boolean english) {

        String sentence(DelayCause cause) {
            String usual = usual();
            String said = english ? english(cause) : korean(cause);
            return said + usual;
        }

        private String korean(DelayCause cause) {
            String place = lost.place();
            boolean lasts = lost.until() == null;
            return switch (cause) {
                case PICKING -> place + " 물류센터에서 상품을 준비하는 데 " + (lasts ? spent() + "째예요" : spent() + " 걸렸어요");
                case HANDOVER -> place + " 물류센터에서 택배사를 " + (lasts ? spent() + "째 기다리고 있어요" : spent() + " 기다렸어요");
                case LINE_HAUL ->
                    lasts
                            ? place + "에서 떠난 지 " + spent() + "인데 아직 다음 곳에 닿지 않았어요"
                            : place + "에서 " + (lost.toward().isBlank() ? "" : lost.toward() + "까지 ") + "오는 데 " + spent()
                                    + " 걸렸어요";
                case WEATHER -> place + " 쪽 날씨 때문에 " + (lasts ? spent() + "째 늦어지고 있어요" : spent() + " 걸렸어요");
                default ->
                    lost.part() == LostTime.Part.TOUR
                            ? place + "에서 배송을 나선 지 " + spent() + (lasts ? "인데 아직 전해 드리지 못했어요" : " 만에 전해 드렸어요")
                            : place + "에서 " + (lasts ? spent() + "째 기다리고 있어요" : spent() + " 기다렸어요");
            };
        }

        private String english(DelayCause cause) {
            String place = lost.place();
            boolean lasts = lost.until() == null;
            return switch (cause) {
                case PICKING ->
                    "Our warehouse in " + place + (lasts ? " has been getting it ready for " : " took ") + spent()
                            + (lasts ? "" : " to get it ready");
                case HANDOVER ->
                    "It " + (lasts ? "has been waiting " : "waited ") + spent() + " for the carrier in " + place;
                case LINE_HAUL ->
                    lasts
                            ? "It left " + place + " " + spent() + " ago and has not reached the next stop"
                            : "From " + place + (lost.toward().isBlank() ? "" : " to " + lost.toward()) + " it took "
                                    + spent();
                case WEATHER ->
                    "The weather near " + place + (lasts ? " has been holding it up for " : " held it up for ")
                            + spent();
                default ->
                    lost.part() == LostTime.Part.TOUR
                            ? "The driver set out from " + place + " " + spent()
                                    + (lasts ? " ago and has not reached you" : " before handing it over")
                            : "It " + (lasts ? "has been waiting " : "waited ") + spent() + " at " + place;
            };
        }

        private String spent() {
            return length(lost.length(now));
        }

        private String usual() {
            Duration usual = lost.usual();
            if (usual == null || usual.toMinutes() < 1) {
                return "";
            }
            return english ? ", usually " + length(usual) : ", 보통 " + length(usual) + "이에요";
        }

        /** In hours for two days, so that both lengths are of one kind: 26 hours beside 4, not a day beside 4 hours. */
        private String length(Duration length) {
            long hours = Math.round(length.toMinutes() / 60.0);
            if (length.toMinutes() < 60) {
                return Math.max(1, length.toMinutes()) + (english ? " min" : "분");
            }
            if (hours < 48) {
                return hours + (english ? hours == 1 ? " hour" : " hours" : "시간");
            }
            return Math.round(hours / 24.0) + (english ? " days" : "일");
        }
    }

    /** What the delay means for the promise, a whole sentence. */
    public static String finding(@Nullable DelayKind kind, String language) {
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
