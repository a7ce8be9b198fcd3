package kr.dochak.promise.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import kr.dochak.promise.windows.DayChance;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/**
 * Windows for an order that is not placed yet.
 *
 * @param validUntil until when a shop may show it again without asking: a minute, but never past a cut-off
 */
record QuoteAnswer(Instant quotedAt, Instant validUntil, List<Method> methods) {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration COUNTDOWN = Duration.ofHours(12);

    /**
     * One way of delivery.
     *
     * @param promisedDay the day by whose end it comes, nine times in ten: what a shop may promise
     * @param lastOrder until when this holds for an order; none where the carrier fetches at any time
     * @param text for a product page, e.g. {@code 2시간 13분 안에 주문하면 내일(수)까지 도착해요}
     */
    record Method(
            String id,

            @Schema(description = "When the parcel is ready: its shipment made known to the carrier")
            Window ready,

            @Schema(description = "When the carrier takes it (출고)")
            Window handover,

            @Schema(description = "When it arrives; no quantile is before that of the hand-over")
            Window window,

            LocalDate promisedDay,

            @Schema(description = "By which days it comes, and how likely; none before the hand-over")
            List<Day> days,

            @Nullable Instant lastOrder,
            @Nullable Long secondsLeft,
            String text,
            String textEn,
            int modelVersion) {}

    /** A day by whose end it comes with a chance from 0 to 1, in whole hundredths. */
    record Day(LocalDate day, double chance) {

        private static Day of(DayChance chance) {
            return new Day(chance.day(), chance.percent() / 100d);
        }
    }

    static QuoteAnswer of(Instant now, List<Method> methods) {
        Instant until = now.plus(FRESH);
        for (Method method : methods) {
            Instant last = method.lastOrder();
            until = last == null ? until : Moments.earlier(last, until);
        }
        return new QuoteAnswer(now, until, methods);
    }

    static Method method(String id, Quote quote, Instant now) {
        Instant last = quote.lastOrder();
        Instant by = quote.promised().to();
        return new Method(
                id,
                quote.departure().ready(),
                quote.departure().handover(),
                quote.window(),
                Seoul.dateOf(by),
                quote.chances().choices().stream().map(Day::of).toList(),
                last,
                last == null ? null : Duration.between(now, last).toSeconds(),
                text(by, last, now),
                textEn(by, last, now),
                quote.modelVersion());
    }

    private static String text(Instant by, @Nullable Instant last, Instant now) {
        String arrives = KoreanTime.day(by, now, Locale.KOREAN) + "까지 도착해요";
        if (last == null) {
            return arrives;
        }
        return isNear(last, now)
                ? left(last, now, "시간", "분") + " 안에 주문하면 " + arrives
                : KoreanTime.moment(last, now, Locale.KOREAN) + "까지 주문하면 " + arrives;
    }

    private static String textEn(Instant by, @Nullable Instant last, Instant now) {
        String arrives = "by " + KoreanTime.day(by, now, Locale.ENGLISH);
        if (last == null) {
            return "Arrives " + arrives;
        }
        String order = isNear(last, now)
                ? "Order within " + left(last, now, " h", " min")
                : "Order by " + KoreanTime.moment(last, now, Locale.ENGLISH);
        return order + ", get it " + arrives;
    }

    /** A countdown of days hurries nobody; the moment itself is clearer. */
    private static boolean isNear(Instant last, Instant now) {
        return Duration.between(now, last).compareTo(COUNTDOWN) < 0;
    }

    /** Hours and minutes as on a clock running down; the last minute counts as one. */
    private static String left(Instant last, Instant now, String hours, String minutes) {
        long left = Math.max(1, Duration.between(now, last).toMinutes());
        String rest = left % 60 == 0 && left >= 60 ? "" : left % 60 + minutes;
        return left < 60 ? rest : (left / 60 + hours + " " + rest).strip();
    }
}
