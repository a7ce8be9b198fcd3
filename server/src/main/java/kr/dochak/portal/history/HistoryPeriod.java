package kr.dochak.portal.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kr.dochak.shared.Seoul;

/** The days of an order history, both included. A year back where nothing sensible was asked for. */
record HistoryPeriod(LocalDate from, LocalDate to) {

    static HistoryPeriod of(String from, String to, Instant now) {
        LocalDate today = Seoul.dateOf(now);
        LocalDate last = date(to, today);
        LocalDate first = date(from, last.minusYears(1));
        return first.isAfter(last) ? new HistoryPeriod(last, first) : new HistoryPeriod(first, last);
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    boolean holds(Instant moment) {
        LocalDate day = Seoul.dateOf(moment);
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** For the end of an address: {@code ?from=2026-01-01&to=2026-12-31}. */
    String query() {
        return "?from=" + from + "&to=" + to;
    }
}
