package kr.dochak.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import kr.dochak.pages.Tone;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import org.jspecify.annotations.Nullable;

/** Says when a parcel comes, in one language at one moment. */
public record ArrivalWords(Words words, Instant now) {

    private static final Duration CERTAIN = Duration.ofHours(5);

    public Arrival of(Parcel parcel) {
        return switch (parcel.condition()) {
            case CANCELLED -> cancelled(parcel);
            case UNPAID -> arrival("unpaid", Tone.NEUTRAL);
            case DELIVERED -> delivered(parcel);
            case LOST -> arrival("lost", Tone.LATE);
            case DAMAGED -> arrival("damaged", Tone.LATE);
            case RETURNING -> arrival("returning", Tone.NEUTRAL);
            case RETURNED -> arrival("returned", Tone.NEUTRAL);
            case PICKUP -> arrival("pickup", Tone.ON_TIME);
            case ATTEMPTED -> expected(parcel, "attempted", Tone.AT_RISK);
            case HELD -> expected(parcel, "held", Tone.AT_RISK);
            case SILENT -> silent(parcel);
            case DELAYED -> expected(parcel, "delayed", Tone.LATE);
            case ON_THE_WAY, PREPARING -> coming(parcel);
        };
    }

    private Arrival arrival(String key, Tone tone) {
        return new Arrival(word("line." + key), word("sure." + key), null, tone);
    }

    /** What to do with a parcel that left before its order was cancelled. */
    private Arrival cancelled(Parcel parcel) {
        ShipmentView shipment = parcel.shipment();
        Instant came = shipment == null ? null : shipment.state().deliveredAt();
        String sure = switch (parcel.status()) {
            case PENDING, INFO_RECEIVED, CANCELLED -> word("sure.cancelled");
            case RETURNING -> word("sure.cancelled.returning");
            case RETURNED -> word("sure.cancelled.returned");
            case DELIVERED ->
                came == null
                        ? word("sure.cancelled.left")
                        : word("sure.cancelled.delivered", KoreanTime.moment(came, now, words.locale()));
            default -> word("sure.cancelled.left");
        };
        return new Arrival(word("line.cancelled"), sure, null, Tone.NEUTRAL);
    }

    private Arrival delivered(Parcel parcel) {
        Instant at =
                parcel.shipment() == null ? null : parcel.shipment().state().deliveredAt();
        String line = at == null
                ? word("line.delivered.untimed")
                : word("line.delivered", KoreanTime.moment(at, now, words.locale()));
        PromiseView promise = parcel.promise();
        if (at == null || promise == null) {
            return new Arrival(line, word("sure.delivered"), null, Tone.DONE);
        }
        Duration late = Duration.between(promise.promised().to(), at);
        return late.isNegative() || late.isZero()
                ? new Arrival(line, word("sure.delivered.kept", until(promise)), null, Tone.ON_TIME)
                : new Arrival(
                        line,
                        word("sure.delivered.late", KoreanTime.length(late, words.locale())),
                        until(promise),
                        Tone.DONE);
    }

    /** A parcel whose promise moved: the new window, and the old promise struck through. */
    private Arrival expected(Parcel parcel, String key, Tone tone) {
        PromiseView promise = parcel.promise();
        if (promise == null) {
            return new Arrival(word("line.soon"), word("sure." + key), null, tone);
        }
        boolean broken = promise.window().p50().isAfter(promise.promised().to());
        return new Arrival(window(promise.window()), word("sure." + key), broken ? until(promise) : null, tone);
    }

    /** Nobody knows where it is, so no time stands in large letters. */
    private Arrival silent(Parcel parcel) {
        PromiseView promise = parcel.promise();
        if (promise == null || isBehind(promise)) {
            return new Arrival(word("line.silent"), word("sure.silent"), null, Tone.SILENT);
        }
        return new Arrival(
                word("line.silent"), word("sure.silent.expected", window(promise.window())), null, Tone.SILENT);
    }

    /** Whether it should have come by now even at the latest, and nobody has said that it did. */
    private boolean isBehind(PromiseView promise) {
        return promise.window().p90().isBefore(now);
    }

    private Arrival coming(Parcel parcel) {
        PromiseView promise = parcel.promise();
        if (promise == null) {
            return new Arrival(word("line.soon"), word("sure.soon"), null, Tone.NEUTRAL);
        }
        LocalDate wished = parcel.wishedDay();
        if (wished != null) {
            return new Arrival(day(wished), word("sure.wished"), null, Tone.ON_TIME);
        }
        if (isBehind(promise)) {
            return new Arrival(word("line.checking"), word("sure.checking", until(promise)), null, Tone.AT_RISK);
        }
        String key = promise.atRisk() ? "sure.risk" : narrow(promise.window()) ? "sure.certain" : "sure.likely";
        Tone tone = promise.atRisk() ? Tone.AT_RISK : Tone.ON_TIME;
        return new Arrival(window(promise.window()), word(key, until(promise)), null, tone);
    }

    private static boolean narrow(Window window) {
        return Duration.between(window.p10(), window.p90()).compareTo(CERTAIN) <= 0;
    }

    /** A window in whole hours; over several days the days alone. What has passed of it is not said. */
    String window(Window window) {
        if (window.p90().isBefore(now)) {
            return word("line.checking");
        }
        Instant from = window.p10().isBefore(now) && window.p90().isAfter(now) ? now : window.p10();
        Instant start = from.truncatedTo(ChronoUnit.HOURS);
        Instant end = window.p90().plus(59, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.HOURS);
        if (!Seoul.dateOf(start).equals(Seoul.dateOf(end.minusSeconds(1)))) {
            return word(
                    "days",
                    KoreanTime.day(start, now, words.locale()),
                    KoreanTime.day(end.minusSeconds(1), now, words.locale()));
        }
        if (Duration.between(start, end).toHours() <= 1) {
            return KoreanTime.around(window.p50(), now, words.locale());
        }
        return Seoul.dateOf(start).equals(Seoul.dateOf(end))
                ? KoreanTime.window(start, end, now, words.locale())
                : word("from", KoreanTime.moment(start, now, words.locale()));
    }

    /** What was promised: a slot of hours, or the end of a day. */
    String until(PromiseView promise) {
        return promised(promise.promised(), promise.timed());
    }

    String promised(TimeWindow promised, boolean timed) {
        return timed
                ? KoreanTime.window(promised.from(), promised.to(), now, words.locale())
                : word("by", KoreanTime.day(promised.to().minusNanos(1), now, words.locale()));
    }

    public String day(LocalDate day) {
        return KoreanTime.day(Seoul.instant(day, LocalTime.NOON), now, words.locale());
    }

    @Nullable String ago(@Nullable Instant at) {
        return at == null ? null : KoreanTime.ago(at, now, words.locale());
    }

    private String word(String key, Object... args) {
        return words.word("portal.arrival." + key, args);
    }
}
