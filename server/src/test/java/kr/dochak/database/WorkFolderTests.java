package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L12: nobody else reads what lies on the disk for a moment, and a killed process leaves nothing for long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkFolderTests {

    private static final long NOBODY = 4_194_304; // above the greatest number of a process on Linux

    @TempDir
    Path data;

    private WorkFolder folder() {
        return new WorkFolder(EmbeddedDatabaseTests.settings(data));
    }

    private static String modes(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void L12_imported_files_are_ours_alone() throws Exception {
        Path file = folder().file("import-", ".part");
        assertThat(file).startsWith(data);
        assertThat(modes(file)).isEqualTo("rw-------");
        assertThat(modes(file.getParent())).isEqualTo("rwx------");
        assertThat(modes(folder().folder())).isEqualTo("rwx------");
    }

    @Test
    void L12_what_a_killed_process_left_is_gone_at_the_next_start() throws Exception {
        Path left = Files.createDirectories(data.resolve("work/" + NOBODY));
        Files.writeString(left.resolve("import-1.part"), "이름,전화");
        Path own = folder().file("import-", ".part"); // as in a container, where every start has the same number
        Path others = Files.createDirectories(data.resolve(
                "work/" + ProcessHandle.current().parent().orElseThrow().pid()));
        folder();
        assertThat(left).doesNotExist();
        assertThat(own).doesNotExist();
        assertThat(others).as("of a process that runs").exists();
    }

    @Test
    void L12_a_data_folder_that_was_open_to_others_is_closed() throws Exception {
        Path open = Files.createDirectories(data.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(modes(OwnFiles.folder(open))).isEqualTo("rwx------");
        assertThat(modes(OwnFiles.folder(data.resolve("new")))).isEqualTo("rwx------");
    }
}
