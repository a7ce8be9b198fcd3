package kr.dochak.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.identity.accounts.PasswordRule.Weakness;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H6: what a password of staff must be. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordRuleTests {

    private static final List<String> ABOUT = List.of("sora.han@rainbow-mall.example", "한소라", "rainbow", "무지개상회");

    @ParameterizedTest
    @CsvSource({
        "1, SHORT",
        "'', SHORT",
        "dochak-demo, SHORT",
        "x7#kQ9!mZ2$, SHORT",
        "여섯글자예요, SHORT",
        "111111111111, GUESSED",
        "abcabcabcabc, GUESSED",
        "password1234!, GUESSED",
        "P@$$word2026!!, GUESSED",
        "qwertyuiop[], GUESSED",
        "1q2w3e4r5t6y, GUESSED",
        "zxcvbnm/zxcvbnm, GUESSED",
        "zyxwvutsrqponm, GUESSED",
        "123456789012, GUESSED",
        "Dochak2026!!!, GUESSED",
        "rainbow-mall-1, GUESSED",
        "sora.han-2026!, GUESSED",
        "한소라한소라한소라!!!, GUESSED",
        "무지개상회2026!!!, GUESSED",
        "qlalfqjsgh123!, GUESSED",
        "비밀번호비밀번호1234, GUESSED",
        "iloveyou iloveyou, GUESSED",
        "Summer2026Winter, GUESSED"
    })
    void H6_what_everybody_tries_first_is_refused(String password, Weakness weakness) {
        assertThat(PasswordRule.judge(password, ABOUT)).contains(weakness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x7#kQ9!mZ2$p",
                "마흔두 마리의 흰긴수염고래",
                "correct horse battery staple",
                "커피는아침에마셔야맛있다",
                "vier Kühe im Nebel",
                "password of the forty whales",
                "jTfmp-KxGnR-u8Zwe-Q7cya",
                "ㅁㄴㅇㄹ훌쩍뛰어넘는토끼"
            })
    void H6_what_is_long_and_ones_own_is_taken_whatever_its_characters_are(String password) {
        assertThat(PasswordRule.judge(password, ABOUT)).isEmpty();
    }

    @Test
    void H6_what_bcrypt_would_cut_is_refused_and_sixty_four_letters_are_taken() {
        String letters = "the quick brown fox jumps over the lazy dog and thinks about it ";
        assertThat(letters).hasSize(64);
        assertThat(PasswordRule.judge(letters, ABOUT)).isEmpty();
        assertThat(PasswordRule.judge("가나다라".repeat(7), ABOUT)).contains(Weakness.LONG);
    }
}
