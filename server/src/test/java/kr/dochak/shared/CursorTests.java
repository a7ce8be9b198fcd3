package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a list goes on: what was written is read, and all else is refused. */
class CursorTests {

    private static final Instant AT = Instant.parse("2026-11-29T09:30:15.123456Z");

    @Test
    void a_number_comes_back() {
        assertThat(Cursor.read(Cursor.after(42)).number(0, 7)).isEqualTo(42);
        assertThat(Cursor.read(Cursor.after(0)).number(0, 7)).isZero();
    }

    @Test
    void a_moment_and_a_number_come_back() {
        Cursor cursor = Cursor.read(Cursor.after(AT, 42));
        assertThat(cursor.instant(0)).isEqualTo(AT);
        assertThat(cursor.number(1, 7)).isEqualTo(42);
    }

    @Test
    void texts_come_back_whatever_stands_in_them() {
        Cursor cursor = Cursor.read(Cursor.after(42, "옥천HUB & 1", "a\n%b"));
        assertThat(cursor.text(1)).isEqualTo("옥천HUB & 1");
        assertThat(cursor.text(2)).isEqualTo("a\n%b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void none_is_the_first_page(String none) {
        Cursor cursor = Cursor.read(none);
        assertThat(cursor.isStart()).isTrue();
        assertThat(cursor.number(0, 7)).isEqualTo(7);
        assertThat(cursor.instant(0)).isNull();
        assertThat(cursor.text(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-5", " - ", "%", "한글", "AAAA", "1", "9223372036854775808"})
    void what_is_not_ours_is_no_number(String garbage) {
        assertThatThrownBy(() -> Cursor.read(garbage).number(0, 7)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.code()).isEqualTo(Cursor.UNREADABLE);
        });
    }

    @Test
    void a_cursor_of_another_list_is_refused_where_it_has_too_little() {
        Cursor number = Cursor.read(Cursor.after(42));
        assertThatThrownBy(() -> number.number(1, 0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> number.text(1)).isInstanceOf(Problem.class);
    }

    @Test
    void what_the_database_could_not_read_is_refused() {
        assertThatThrownBy(() -> Cursor.read(plain(Long.MAX_VALUE + "&1")).instant(0))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.read(plain(Long.MIN_VALUE + "&1")).instant(0))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.read(plain("1&%00")).text(1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.read(plain("1&%zz")).text(1)).isInstanceOf(Problem.class);
    }

    private static String plain(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
