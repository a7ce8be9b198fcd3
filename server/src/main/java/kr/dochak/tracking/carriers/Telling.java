package kr.dochak.tracking.carriers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.carriers.CarrierAnswer.UnknownCode;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jspecify.annotations.Nullable;

/** An answer while it is read, row by row: what could be understood, and what could not. */
final class Telling {

    private final List<CarrierEvent> events = new ArrayList<>();
    private final List<UnknownCode> unknown = new ArrayList<>();
    private @Nullable String unreadable;

    /** The moment of a carrier's local time, which never names its zone; null when it is none. */
    static @Nullable Instant moment(String text, DateTimeFormatter format) {
        try {
            return LocalDateTime.parse(text.strip(), format).atZone(Seoul.ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Notes one row; one whose time cannot be read makes no event, and one without a meaning moves nothing. */
    void row(Optional<Meaning> meaning, String code, @Nullable Instant at, String place, String text) {
        if (at == null) {
            unreadable = "time";
        } else if (meaning.isEmpty()) {
            unknown.add(new UnknownCode(Persons.place(code), Persons.text(text)));
        } else {
            Meaning means = meaning.get();
            events.add(new CarrierEvent(means.status(), means.reason(), at, Persons.place(place), Persons.text(text)));
        }
    }

    /** All of it; rows of which not one had a time are another layout, not a parcel without scans. */
    CarrierAnswer answer() {
        if (unreadable != null && events.isEmpty() && unknown.isEmpty()) {
            return new CarrierAnswer.Broken("no-time");
        }
        events.sort(Comparator.comparing(CarrierEvent::occurredAt));
        return new CarrierAnswer.Found(List.copyOf(events), List.copyOf(unknown));
    }
}
