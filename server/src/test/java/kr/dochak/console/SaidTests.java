package kr.dochak.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.dochak.pages.Frame;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.promise.windows.WindowBasis.Whose;
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
            WindowBasis.none());
    private static final Departure DEPARTURE = new Departure(TAKEN, TAKEN);

    @Test
    void PRM_1_a_hand_over_is_told_in_whole_hours_and_one_that_should_have_been_says_so() {
        assertThat(handover("2026-11-23T01:00:00Z", Locale.KOREAN))
                .contains("2–4시")
                .doesNotContain("지났어요");
        assertThat(handover("2026-11-23T06:20:01Z", Locale.KOREAN)).endsWith("2–4시 · 지났어요");
        assertThat(handover("2026-11-23T06:20:01Z", Locale.ENGLISH)).endsWith("· overdue");
    }

    @Test
    void PRM_5_every_basis_has_words_in_both_languages() {
        WindowBasis model = new WindowBasis.Model(7, 12_408);
        says(new WindowBasis.Lane("인천", "서울", 1_041), "인천→서울 배송 1,041건", "인천→서울, 1,041 deliveries");
        says(new WindowBasis.LaneDefault("*", "제주"), "기본 소요표", "Default lane table");
        says(model, "모델 7 (배송 12,408건)", "model 7 of 12,408 deliveries");
        says(new WindowBasis.Departed(Whose.MALL, 412), "이 몰의 배송 412건", "412 deliveries of this mall");
        says(new WindowBasis.Departed(Whose.ALL_MALLS, 5_120), "모든 몰의 배송 5,120건", "5,120 deliveries of all malls");
        says(new WindowBasis.DepartureDefault(), "기본 소요표", "Default lane table");
        says(new WindowBasis.Slot(), "몰이 약속한 시간", "the hours the mall promised");
        says(new WindowBasis.CustomersDay(), "고객이 고른 날", "the day the customer asked for");
        says(new WindowBasis.Other("a rule of tomorrow"), "a rule of tomorrow", "a rule of tomorrow");
        says(
                new WindowBasis.Moved(model, AreaKind.SNOW, AreaLevel.WARNING, "강원", 9, 37),
                "모델 7 (배송 12,408건), 강원 대설경보 때문에 9시간 더 (배송 37건)",
                "model 7 of 12,408 deliveries, +9 h for Heavy snow warning in 강원 (37 deliveries)");
    }

    private static void says(WindowBasis basis, String korean, String english) {
        assertThat(ConsoleWords.basis(basis, words(Locale.KOREAN))).isEqualTo(korean);
        assertThat(ConsoleWords.basis(basis, words(Locale.ENGLISH))).isEqualTo(english);
    }

    private static Words words(Locale locale) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("words/console");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return new Words(source, locale);
    }

    private static String handover(String now, Locale locale) {
        return ConsoleWords.handover(
                DEPARTURE,
                new Frame(
                        "",
                        words(locale),
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
                        null,
                        Map.of()));
    }
}
