package kr.dochak.identity.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.dochak.database.StartProblem;
import kr.dochak.identity.Mall;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H6: the first administrator's password is held to the rule before there is an account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstPasswordTests {

    private static final Mall MALL = new Mall(new MallId(1), "main", "우리 쇼핑몰");

    @ParameterizedTest
    @CsvSource({"1, too short", "password1234!, guessed early", "admin-localhost-1, guessed early"})
    void H6_a_start_with_a_weak_password_is_refused_in_a_sentence(String password, String sentence) {
        assertThatThrownBy(() -> FirstOwner.mustBeGood(password, "admin@localhost", MALL))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("DOCHAK_ADMIN_PASSWORD")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining(password.equals("1") ? "\u0000" : password);
    }

    @Test
    void H6_a_good_one_starts() {
        assertThatCode(() -> FirstOwner.mustBeGood("forty two whales sing", "admin@localhost", MALL))
                .doesNotThrowAnyException();
    }
}
