package kr.dochak.identity.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that everybody tries first: {@code passwords/common.txt}, which names its sources. */
final class CommonPasswords {

    static final Set<String> ALL = read();

    private CommonPasswords() {}

    private static Set<String> read() {
        try (InputStream file =
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/passwords/common.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
