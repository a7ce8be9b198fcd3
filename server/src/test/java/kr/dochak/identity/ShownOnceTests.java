package kr.dochak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** L4: a first password is in no log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShownOnceTests {

    private static IdentitySettings settings(String shownIn) {
        return new Binder(new MapConfigurationPropertySource(
                        Map.of("dochak.identity.demo", "false", "dochak.identity.first.shown-in", shownIn)))
                .bind("dochak.identity", IdentitySettings.class)
                .get();
    }

    private static String printed(Runnable work) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(terminal);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void L4_where_the_terminal_is_kept_secrets_go_to_a_file_for_once(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("first-start.txt");
        ShownOnce once = new ShownOnce(settings(file.toString()));

        assertThat(printed(() -> once.show("password: one"))).isEmpty();
        assertThat(printed(() -> once.show("key: two"))).isEmpty();
        assertThat(Files.readString(file)).contains("password: one\n", "key: two\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void L4_a_server_started_by_hand_shows_them_itself() {
        assertThat(printed(() -> new ShownOnce(settings("")).show("password: one")))
                .contains("shown only once", "password: one");
    }
}
