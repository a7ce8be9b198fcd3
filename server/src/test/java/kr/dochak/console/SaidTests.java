package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import kr.dochak.promise.Departure;
import kr.dochak.promise.Window;
import kr.dochak.shared.Frame;
import kr.dochak.shared.Words;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SaidTests {

    private static final Window TAKEN = new Window(
            Instant.parse("2026-11-23T05:10:00Z"),
            Instant.parse("2026-11-23T05:50:00Z"),
            Instant.parse("2026-11-23T06:20:00Z"),
            "");
    private static final Departure DEPARTURE = new Departure(TAKEN, TAKEN);

    @Test
    void PRM_1_a_hand_over_is_told_in_whole_hours_and_one_that_should_have_been_says_so() {
        assertThat(handover("2026-11-23T01:00:00Z", Locale.KOREAN))
                .contains("2–4시")
                .doesNotContain("지났어요");
        assertThat(handover("2026-11-23T06:20:01Z", Locale.KOREAN)).endsWith("2–4시 · 지났어요");
        assertThat(handover("2026-11-23T06:20:01Z", Locale.ENGLISH)).endsWith("· overdue");
    }

    private static String handover(String now, Locale locale) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("words/console");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return Said.handover(
                DEPARTURE,
                new Frame(
                        "",
                        new Words(source, locale),
                        "",
                        "",
                        List.of(),
                        "/",
                        new Frame.Csrf("", "", ""),
                        "",
                        Instant.parse(now),
                        null,
                        null,
                        0,
                        null));
    }
}
