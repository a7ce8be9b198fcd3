package kr.dochak.alerts;

import java.time.Instant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands: one for each kind and object while the cause lasts (MSG-7).
 *
 * @param count how often it came, or how much hangs on it
 * @param inStorm whether it is part of a storm of its kind, which rings instead of it
 * @param step how far it has gone up: 0 to those who are near it, then to whoever leads
 * @param rounds how often it rang
 */
public record Alert(
        long id,
        MallId mall,
        String kind,
        Severity severity,
        String object,
        String subject,
        String href,
        long count,
        Instant since,
        Instant openedAt,
        Instant lastAt,
        boolean inStorm,
        int step,
        int rounds,
        @Nullable Acknowledged acknowledged,
        @Nullable Instant closedAt) {

    /** The object of a storm: many of one kind at once. */
    public static final String STORM = "*";

    /** Who said that they have seen it, when, and whether by the link of a message. */
    public record Acknowledged(long staffId, String name, Instant at, boolean byLink) {}

    /** What it is about, in the reader's language. */
    public String subject(Words words) {
        return subject.startsWith("=") ? words.word(subject.substring(1)) : subject;
    }

    public boolean isStorm() {
        return object.equals(STORM);
    }

    /** Whether it still rings: its cause lasts and nobody has acknowledged it. */
    public boolean rings() {
        return closedAt == null && acknowledged == null && !inStorm;
    }
}
