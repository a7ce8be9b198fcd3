package kr.dochak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MSG-7, SET-3: when somebody must hear of the backups, and what a backup notes of itself. */
class BackupRuleTests {

    private static final Instant NIGHT = Instant.parse("2026-11-30T18:15:00Z");
    private static final Instant BEFORE = NIGHT.minus(Duration.ofDays(1));
    private static final Duration DAILY = Duration.ofHours(30);

    private static BackupNote good(Instant at) {
        return new BackupNote(at, at, true);
    }

    @Test
    void MSG_7_a_backup_that_failed_is_known_from_its_beginning_on() {
        Instant soon = NIGHT.plusSeconds(60);
        assertThat(BackupRule.failedSince(good(NIGHT), soon)).isEmpty();
        assertThat(BackupRule.failedSince(new BackupNote(NIGHT, BEFORE, true), soon))
                .contains(NIGHT);
        assertThat(BackupRule.failedSince(new BackupNote(NIGHT, null, true), soon))
                .contains(NIGHT);
    }

    @Test
    void MSG_7_one_that_never_ended_was_killed() {
        BackupNote running = new BackupNote(NIGHT, BEFORE, false);
        assertThat(BackupRule.failedSince(running, NIGHT.plus(Duration.ofHours(6))))
                .isEmpty();
        assertThat(BackupRule.failedSince(
                        running, NIGHT.plus(Duration.ofHours(6)).plusSeconds(1)))
                .contains(NIGHT);
    }

    @Test
    void MSG_7_one_is_missing_once_the_last_good_one_is_too_old() {
        assertThat(BackupRule.missingSince(good(NIGHT), DAILY, NIGHT.plus(DAILY)))
                .isEmpty();
        assertThat(BackupRule.missingSince(good(NIGHT), DAILY, NIGHT.plus(DAILY).plusSeconds(1)))
                .contains(NIGHT.plus(DAILY));
        assertThat(BackupRule.missingSince(new BackupNote(NIGHT, null, true), DAILY, NIGHT.plus(Duration.ofDays(9))))
                .as("none was ever made")
                .isEmpty();
    }

    @TempDir
    Path data;

    private int backup(Instant at) {
        PrintStream out = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new BackupCommand(out, InstantSource.fixed(at))
                .run("backup", data.resolve("b.zip").toString(), "--data", data.toString());
    }

    @Test
    void SET_3_a_refused_backup_is_noted_and_the_last_good_one_is_not_forgotten() throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        BackupNote.ends(data, BEFORE, true);
        assertThat(backup(NIGHT)).as("there is no database").isEqualTo(1);
        assertThat(BackupNote.of(data)).contains(new BackupNote(NIGHT, BEFORE, true));
    }

    @Test
    void SET_3_a_folder_of_something_else_is_left_as_it_is() throws IOException {
        assertThat(backup(NIGHT)).isEqualTo(1);
        try (var left = Files.list(data)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void SET_3_a_note_that_says_nothing_is_no_note() throws IOException {
        assertThat(BackupNote.of(data)).isEmpty();
        Files.writeString(data.resolve("last-backup.txt"), "yesterday\n\ntrue\n");
        assertThat(BackupNote.of(data)).isEmpty();
        Files.writeString(data.resolve("last-backup.txt"), "");
        assertThat(BackupNote.of(data)).isEmpty();
    }
}
