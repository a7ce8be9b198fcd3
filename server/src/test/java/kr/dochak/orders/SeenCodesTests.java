package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.shared.OneLine;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L10: two numbers that look the same are the same, and none holds what nobody sees. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeenCodesTests {

    private final OrderFields fields = new OrderFields(Instant.parse("2026-11-23T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RLO-\u202e1",
                "X-\u200b1",
                "NL-1\nSet-Cookie: a",
                "T-\t1",
                "C1-\u0085x",
                "N-\u00001",
                "Z-\u2060\u20661"
            })
    void L10_a_number_with_something_unseen_in_it_is_refused(String number) {
        assertThat(fields.code("orderNo", number, 60)).isEmpty();
        assertThat(fields.errors()).extracting(FieldError::code).contains("control-character");
    }

    @ParameterizedTest
    @CsvSource({"ＯＲＤ－１,ORD-1", "'  R-1 ',R-1", "①-2,1-2", "ﾃｽﾄ-1,テスト-1"})
    void L10_one_way_of_writing_is_kept(String number, String kept) {
        assertThat(fields.code("orderNo", number, 60)).isEqualTo(kept);
        assertThat(fields.errors()).isEmpty();
    }

    @Test
    void L10_marks_at_the_ends_are_no_part_of_a_number_and_names_lose_theirs() {
        assertThat(fields.code("orderNo", "\uFEFFR-1\u200B\r\n", 60)).isEqualTo("R-1");
        assertThat(OneLine.of("\u202E김\u200b도착").text()).isEqualTo("김도착");
    }

    @Test
    void L10_a_mail_address_with_a_control_in_it_is_none() {
        assertThat(mail("a\u0000b@example.com")).isNull();
        assertThat(mail("a\u0085b@example.com")).isNull();
        assertThat(mail("ab@example.com")).isEqualTo("ab@example.com");
        assertThat(List.copyOf(fields.warnings())).hasSize(2);
    }

    private @Nullable String mail(String text) {
        return fields.email(text);
    }
}
