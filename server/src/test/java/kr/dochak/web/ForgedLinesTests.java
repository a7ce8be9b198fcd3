package kr.dochak.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** L3: nothing that comes from outside looks like a record of the log. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedLinesTests {

    private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT");
    private static final Pattern NEW_LINE = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029\\u000B\\f]");
    private static final String FORGED = "2026-11-29T00:00:00Z  INFO admin logged in";

    private final LoggerContext logs = new LoggerContext();

    private String written(String text, @Nullable Throwable thrown) throws IOException {
        Object pattern = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .getFirst()
                .getProperty("logging.pattern.console");
        PatternLayout layout = new PatternLayout();
        layout.setContext(logs);
        // Spring Boot's own word for the same, with a line before it
        layout.setPattern(Objects.requireNonNull(pattern).toString().replace("%wEx", "%ex"));
        layout.start();
        return layout.doLayout(
                new LoggingEvent("caller", logs.getLogger("kr.dochak"), Level.WARN, text, thrown, new Object[0]));
    }

    private static List<String> records(String written) {
        return NEW_LINE.splitAsStream(written)
                .filter(line -> RECORD.matcher(line).find())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f"})
    void L3_a_message_stays_one_record(String newLine) throws IOException {
        String written = written("unknown cursor 1" + newLine + FORGED, null);
        assertThat(records(written)).hasSize(1);
        assertThat(written).contains("admin logged in");
    }

    @Test
    void L3_nor_does_what_an_exception_says_make_one() throws IOException {
        String written = written("failed", new IllegalArgumentException("bad value\n" + FORGED));
        assertThat(records(written)).hasSize(1);
        assertThat(written).contains("  | " + FORGED).contains("  | \tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J\u001b[1;31mred", "a\bb", "\u202egnp.exe", "\u009b31m", "\u0000"})
    void L3_no_terminal_is_steered(String text) throws IOException {
        assertThat(written(text, null))
                .contains("?")
                .matches(
                        line -> line.strip().chars().noneMatch(each -> Character.isISOControl(each) || each == 0x202e));
    }

    @Test
    void L3_words_stay_as_they_are() throws IOException {
        assertThat(written("옥천HUB 지연 — 3건\t(ok)", null)).contains("옥천HUB 지연 — 3건\t(ok)");
    }
}
