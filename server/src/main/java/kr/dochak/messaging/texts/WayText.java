package kr.dochak.messaging.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeFacts.Way;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Language;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/** How a parcel travels, in words: its carrier, when it leaves, where it was seen, what was asked of it (MSG-4). */
final class WayText {

    private static final Words KOREAN = new Words(Language.messageSource(), Locale.KOREAN);
    private static final Words ENGLISH = new Words(Language.messageSource(), Locale.ENGLISH);

    private WayText() {}

    static Map<String, String> values(NoticeFacts facts, Instant detectedAt, String language) {
        Words words = language.equals("en") ? ENGLISH : KOREAN;
        ArrivalText time = new ArrivalText(language);
        Way way = facts.way();
        Map<String, String> values = new HashMap<>();
        values.put("happened", happened(facts, detectedAt, time));
        values.put("seen", seen(facts, detectedAt, time, words));
        values.put("carrier", carrier(way == null ? null : way.carrier(), words));
        TimeWindow dispatch = way == null ? null : way.dispatch();
        Instant from = facts.at() == null ? detectedAt : facts.at();
        values.put("dispatch", dispatch == null ? words.word("messaging.dispatch.soon") : time.window(dispatch));
        values.put("left", left(dispatch, from, words));
        values.put("leaves", leaves(dispatch, from, time, words));
        if (way != null && way.place() != null) {
            String place = words.word("messaging.place." + way.place());
            values.put("request", way.day() == null ? place : time.date(way.day()) + ", " + place);
        }
        return values;
    }

    /** Where and when: {@code 옥천HUB · 11월 23일(월) 오후 9:12}. */
    private static String happened(NoticeFacts facts, Instant detectedAt, ArrivalText time) {
        String at = time.moment(facts.at() == null ? detectedAt : facts.at());
        String place = facts.place();
        return place == null || place.isBlank() ? at : place.strip() + " · " + at;
    }

    /** Since when, and where, nobody has seen it. */
    private static String seen(NoticeFacts facts, Instant detectedAt, ArrivalText time, Words words) {
        String at = time.moment(facts.at() == null ? detectedAt : facts.at());
        String place = facts.place();
        return place == null || place.isBlank()
                ? words.word("messaging.seen.nowhere", at)
                : words.word("messaging.seen", at, place.strip());
    }

    /** By the name people know; one that has no word is not named, since a code means nothing to anybody. */
    private static String carrier(@Nullable CarrierId carrier, Words words) {
        try {
            return words.word("messaging.carrier." + (carrier == null ? "unknown" : carrier));
        } catch (NoSuchMessageException e) {
            return words.word("messaging.carrier.unknown");
        }
    }

    /** When it leaves, and how soon that is while it is still to come; that a day is not known is said once. */
    private static String leaves(@Nullable TimeWindow dispatch, Instant from, ArrivalText time, Words words) {
        if (dispatch == null) {
            return words.word("messaging.dispatch.soon");
        }
        return from.isBefore(dispatch.to())
                ? words.word("messaging.leaves", time.window(dispatch), left(dispatch, from, words))
                : time.window(dispatch);
    }

    /** What is left until it leaves at the latest, in whole hours: {@code 약 3시간}. */
    private static String left(@Nullable TimeWindow dispatch, Instant from, Words words) {
        Duration left = dispatch == null ? Duration.ZERO : Duration.between(from, dispatch.to());
        return left.isNegative() || left.isZero()
                ? words.word("messaging.left.unknown")
                : words.word(
                        "messaging.left",
                        KoreanTime.length(left.plusMinutes(left.toMinutes() < 60 ? 0 : 59), words.locale()));
    }
}
