package kr.dochak.care.tasks;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks of a mall wait.
 *
 * @param open by kind; kinds without any are missing
 * @param lateSince since when the oldest of the overdue ones is late; null when none is
 */
public record TaskFigures(
        Map<TaskKind, Long> open, long overdue, @Nullable Instant lateSince) {

    public long all() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }
}
