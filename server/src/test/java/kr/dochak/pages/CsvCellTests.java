package kr.dochak.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L1: no cell of a download is a formula in anybody's spreadsheet. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\",\"x\")",
                "＝1+1",
                "＋1",
                "－1+1",
                "＠SUM(1)",
                "+82-10-1234-5678",
                "-2+3",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\t1"
            })
    void L1_a_formula_stands_behind_an_apostrophe(String text) {
        assertThat(CsvCell.plain(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" =1+1", "\u200b=1+1", "\u3000＝1", "\u00a0@A1", "|cmd", "%0A=1", "−1+A1"})
    void L1_neither_blanks_nor_unseen_signs_hide_one(String text) {
        assertThat(CsvCell.plain(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-15", "-2.5", "39000", "전기포트 1+1", "R-1", "a=b", "11월 24일"})
    void L1_numbers_and_plain_words_stay(String text) {
        assertThat(CsvCell.plain(text)).isEqualTo(text);
    }

    @Test
    void L1_a_row_is_plain_in_every_cell() {
        assertThat(CsvCell.row("=1", "컵", "＝2")).containsExactly("'=1", "컵", "'＝2");
    }
}
