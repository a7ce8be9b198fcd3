package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvisoryLockTests {

    @Test
    void every_advisory_lock_is_taken_from_the_register_and_has_a_key_of_its_own() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> text(file).contains("pg_advisory")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasFileName("AdvisoryLock.java"));
        }
        assertThat(AdvisoryLock.values()).extracting("family").doesNotHaveDuplicates();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
