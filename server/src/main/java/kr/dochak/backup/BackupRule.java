package kr.dochak.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When somebody must hear of the backups (MSG-7, SET-3). Where none was ever made, the list of what is missing says so. */
final class BackupRule {

    /** No backup takes so long: one that has not ended was killed. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private BackupRule() {}

    /** Since when the last one is known to have failed; empty when it has not. */
    static Optional<Instant> failedSince(BackupNote note, Instant now) {
        boolean killed = !note.over() && note.begun().plus(LONGEST).isBefore(now);
        return note.failed() || killed ? Optional.of(note.begun()) : Optional.empty();
    }

    /** Since when one has been missing that should be made this often; empty when none is. */
    static Optional<Instant> missingSince(BackupNote note, Duration every, Instant now) {
        return Optional.ofNullable(note.done()).map(done -> done.plus(every)).filter(due -> due.isBefore(now));
    }
}
