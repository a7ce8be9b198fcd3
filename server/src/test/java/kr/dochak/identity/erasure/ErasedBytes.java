package kr.dochak.identity.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.TestDatabase;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for bytes of somebody in the files of the database and in its log, past and kept for later. */
final class ErasedBytes {

    private final JdbcClient jdbc;
    private final Map<String, byte[]> wanted = new LinkedHashMap<>();

    ErasedBytes(JdbcClient jdbc, String mark, String digits, List<byte[]> keys) {
        this.jdbc = TestDatabase.asSuperuser(jdbc);
        for (String word : List.of("door", "rate", "say", "ext", "남궁")) {
            wanted.put(word, (word + mark).getBytes(StandardCharsets.UTF_8));
        }
        wanted.put("phone", digits.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < keys.size(); i++) {
            wanted.put("key or index " + i, keys.get(i));
        }
    }

    /** The wrapped key and the blind indexes of a person, as they lie. */
    static List<byte[]> keysOf(JdbcClient jdbc, PersonId person) {
        return jdbc.sql("""
                select unnest(array[wrapped_key, name_index, phone_index, email_index]) from identity.person where id = :id
                """).param("id", person.value()).query(byte[].class).list();
    }

    /** What is found where; everything that is written is on the disk before. */
    List<String> found() {
        jdbc.sql("checkpoint").update();
        Path data = Path.of(jdbc.sql("show data_directory").query(String.class).single());
        String base = jdbc.sql("select oid::text from pg_database where datname = current_database()")
                .query(String.class)
                .single();
        List<String> found = new ArrayList<>();
        for (Path folder : List.of(data.resolve("base").resolve(base), data.resolve("pg_wal"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> look(file, found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private void look(Path file, List<String> found) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            wanted.forEach((name, part) -> {
                if (contains(bytes, part)) {
                    found.add(name + " in " + file.getParent().getFileName() + "/" + file.getFileName());
                }
            });
        } catch (NoSuchFileException gone) {
            // a file that PostgreSQL has just removed holds nothing any more
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        outer:
        for (int i = 0; i <= bytes.length - part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                if (bytes[i + j] != part[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
