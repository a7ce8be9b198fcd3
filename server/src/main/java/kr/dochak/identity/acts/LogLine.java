package kr.dochak.identity.acts;

import java.time.Instant;
import java.util.Comparator;
import kr.dochak.changes.ChangeRow;
import kr.dochak.identity.security.SecurityEvent;
import kr.dochak.shared.Cursor;

/** A line of the one list of what staff did: an act of the change log, or a log-in or refusal of the security log (ASR-5). */
public sealed interface LogLine {

    /** The newest first; of one moment in one order that both sources share. */
    Comparator<LogLine> ORDER =
            Comparator.comparing(LogLine::at).thenComparing(LogLine::number).reversed();

    Instant at();

    /** Its number among the lines of both sources. */
    long number();

    /** Where a list goes on after it. */
    default String cursor() {
        return Cursor.after(at(), number());
    }

    /** An act. */
    record Done(ChangeRow row) implements LogLine {

        @Override
        public Instant at() {
            return row.at();
        }

        @Override
        public long number() {
            return row.id() * 2 + 1;
        }
    }

    /** Something at the doors. */
    record AtDoor(SecurityEvent event) implements LogLine {

        @Override
        public Instant at() {
            return event.at();
        }

        @Override
        public long number() {
            return event.id() * 2;
        }
    }
}
