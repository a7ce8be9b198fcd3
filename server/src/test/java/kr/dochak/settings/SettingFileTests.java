package kr.dochak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.settings.SettingFile.Line;
import org.junit.jupiter.api.Test;

/** SET-1: what a file of settings says, whatever it holds. */
class SettingFileTests {

    @Test
    void SET_1_a_line_is_a_number_of_all_malls_or_of_one() {
        SettingFile file = SettingFile.read("""
                \uFEFF# Dochak
                care.reopen-within = 7
                  mall   care.reopen-within=5   # in spring

                compensation.alone-up-to = 50,000
                """);
        assertThat(file.unreadable()).isEmpty();
        assertThat(file.lines())
                .containsExactly(
                        new Line(2, false, "care.reopen-within", "7"),
                        new Line(3, true, "care.reopen-within", "5"),
                        new Line(5, false, "compensation.alone-up-to", "50,000"));
    }

    @Test
    void SET_1_lines_that_say_nothing_are_named() {
        SettingFile file = SettingFile.read("care.x = -1\ncare.x 7\n= 7\ncare.x = 7 days\nCARE.X = 7\nok.this = 1");
        assertThat(file.unreadable()).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(file.lines()).hasSize(1);
    }

    @Test
    void SET_1_a_huge_file_costs_no_more_than_a_long_one() {
        assertThat(SettingFile.read("care.x = 7\n".repeat(100_000)).lines()).hasSize(SettingFile.MOST_LINES);
    }
}
