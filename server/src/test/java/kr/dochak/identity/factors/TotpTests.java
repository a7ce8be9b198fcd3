package kr.dochak.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDN-1: codes of an authenticator app, by the tables of RFC 6238 and RFC 4648. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void IDN_1_the_codes_of_RFC_6238_come_out(long second, String code) {
        long step = Totp.step(Instant.ofEpochSecond(second));

        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step, 6)).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-30, true", "0, true", "30, true", "61, false"})
    void IDN_1_a_phone_may_be_one_step_before_or_behind(int seconds, boolean counts) {
        String typed = Totp.code(SECRET, Totp.step(NOW.plusSeconds(seconds)), 6);

        assertThat(Totp.stepOf(SECRET, typed, NOW, 0).isPresent()).isEqualTo(counts);
    }

    @Test
    void IDN_1_a_step_that_was_used_counts_no_more_and_neither_does_one_before_it() {
        long step = Totp.step(NOW);
        String typed = Totp.code(SECRET, step, 6);

        assertThat(Totp.stepOf(SECRET, typed, NOW, step - 1)).isEqualTo(OptionalLong.of(step));
        assertThat(Totp.stepOf(SECRET, typed, NOW, step)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 1, 6), NOW, step))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void IDN_1_secrets_are_written_as_apps_read_them(String bytes, String text) {
        assertThat(Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
