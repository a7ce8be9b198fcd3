package kr.dochak.portal.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dochak.pages.Timeline;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ScanView;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/** Says scans in words, the same for all carriers (TRK-3). */
record ScanWords(Words words, Instant now) {

    String text(ShipmentStatus status, @Nullable ScanReason reason) {
        return reason == null ? words.word("portal.scan." + status) : words.word("portal.scan.reason." + reason);
    }

    /** Scans by day, newest first. */
    Timeline timeline(List<ScanView> newestFirst) {
        TreeMap<LocalDate, List<ScanView>> days = newestFirst.stream()
                .collect(Collectors.groupingBy(
                        scan -> Seoul.dateOf(scan.occurredAt()), TreeMap::new, Collectors.toList()));
        List<Timeline.Day> grouped = new ArrayList<>();
        days.descendingMap()
                .forEach((day, scans) -> grouped.add(new Timeline.Day(
                        title(day), scans.stream().map(this::event).toList())));
        return new Timeline(grouped);
    }

    private String title(LocalDate day) {
        Instant noon = Seoul.instant(day, java.time.LocalTime.NOON);
        String name = KoreanTime.day(noon, now, words.locale());
        String date = KoreanTime.date(day, Seoul.dateOf(now), words.locale());
        return name.equals(date) || name.contains("(") ? date : name + ", " + date;
    }

    private Timeline.Event event(ScanView scan) {
        return new Timeline.Event(
                KoreanTime.clock(scan.occurredAt(), words.locale()),
                scan.disbelieved() ? words.word("portal.scan.disbelieved") : text(scan.status(), scan.reason()),
                scan.place(),
                tone(scan));
    }

    private static Tone tone(ScanView scan) {
        if (scan.disbelieved()) {
            return Tone.NEUTRAL;
        }
        return switch (scan.status()) {
            case DELIVERED -> Tone.ON_TIME;
            case EXCEPTION -> Tone.LATE;
            case ATTEMPT_FAIL, HELD -> Tone.AT_RISK;
            default -> scan.reason() == null ? Tone.NEUTRAL : Tone.AT_RISK;
        };
    }
}
