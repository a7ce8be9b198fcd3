package kr.dochak.tracking.carriers.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.OnlyDay;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.CarrierAnswer.Found;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records every answer of an outside system: how it went, the raw answer without persons, codes nobody knows. */
@Component
class AnswerIntake {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final CallRepository calls;
    private final RawAnswers answers;
    private final LiveTopics live;
    private final InstantSource clock;
    /** Of answers that cannot be read one an hour is enough to see why. */
    private final Map<Source, Instant> brokenKept = new ConcurrentHashMap<>();

    AnswerIntake(CallRepository calls, RawAnswers answers, LiveTopics live, InstantSource clock) {
        this.live = live;
        this.calls = calls;
        this.answers = answers;
        this.clock = clock;
    }

    /** An answer to a question of ours; what is new in it is stored. */
    void answer(Source source, WatchedShipment parcel, CarrierId carrier, Route.Exchange asked) {
        Instant now = clock.instant();
        calls.count(source.id(), asked.answer().kind(), what(asked.answer()), now);
        switch (asked.answer()) {
            case Found found -> {
                if (hash(source, asked.raw()) != parcel.answerHash()) { // told again is not told twice
                    unknown(source, carrier, parcel.trackingNumber(), found, now);
                    keep(source, carrier, parcel.trackingNumber(), parcel.shipmentId(), false, asked.raw(), now);
                }
            }
            case CarrierAnswer.Broken broken -> keepBroken(source, carrier, parcel, asked.raw(), now);
            default -> {}
        }
    }

    /** What an outside system sent without being asked. */
    void pushed(Source source, CarrierId carrier, TrackingNumber number, CarrierAnswer answer, RawAnswer raw) {
        Instant now = clock.instant();
        calls.count(source.id(), "PUSHED", what(answer), now);
        if (answer instanceof Found found) {
            unknown(source, carrier, number, found, now);
        }
        keep(source, carrier, number, null, true, raw, now);
    }

    private void unknown(Source source, CarrierId carrier, TrackingNumber number, Found found, Instant now) {
        if (!found.unknown().isEmpty()) {
            calls.unknown(source.id(), carrier, number, found.unknown(), now);
            live.touch(LiveTopics.BOARD);
        }
    }

    /** The scans of an answer; what has not happened yet by our clock is left for another time. */
    List<Scan> scans(CarrierId carrier, TrackingNumber number, Found found) {
        Instant now = clock.instant();
        return found.events().stream()
                .filter(event -> !event.occurredAt().isAfter(now.plus(CLOCKS_DIFFER)))
                .map(event -> OnlyDay.counted(event.scan(carrier, number), now))
                .toList();
    }

    /** The hash of what is stored, so that a token in a page does not make the answer a new one. */
    static long hash(Source source, RawAnswer raw) {
        String outline = source.reader().withoutPersons(raw).body();
        return outline.hashCode() * 31L + outline.length();
    }

    private void keepBroken(Source source, CarrierId carrier, WatchedShipment parcel, RawAnswer raw, Instant now) {
        Instant last = brokenKept.getOrDefault(source, Instant.MIN);
        if (last.isBefore(now.minusSeconds(3_600))) {
            brokenKept.put(source, now);
            keep(source, carrier, parcel.trackingNumber(), parcel.shipmentId(), false, raw, now);
        }
    }

    private void keep(
            Source source,
            CarrierId carrier,
            TrackingNumber number,
            @Nullable ShipmentId shipmentId,
            boolean pushed,
            RawAnswer raw,
            Instant now) {
        answers.keep(
                source.id(),
                carrier,
                number,
                shipmentId,
                pushed,
                source.reader().withoutPersons(raw),
                now);
    }

    private static String what(CarrierAnswer answer) {
        return switch (answer) {
            case Found found -> "";
            case CarrierAnswer.NotFound none -> "";
            case CarrierAnswer.NotNow later -> later.what();
            case CarrierAnswer.Refused refused -> refused.what();
            case CarrierAnswer.Broken broken -> broken.what();
            case CarrierAnswer.Silent silent -> silent.what();
        };
    }
}
