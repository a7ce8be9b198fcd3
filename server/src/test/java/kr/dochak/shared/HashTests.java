package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hash and the keyed hash, held against what openssl says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HashTests {

    /** As {@code printf … | openssl dgst -sha256} says it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''   | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            abc  | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
            도착 | 103f83573455f3b61eed7c969df0f3ae57bcd2fb4852b562833a47efc3b55ac3
            """)
    void a_hash_is_what_openssl_makes(String text, String expected) {
        assertThat(Hash.hex(text)).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(Hash.of(text))).isEqualTo(expected);
    }

    /** As {@code printf '1764000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_test} says it. */
    @Test
    void a_keyed_hash_is_what_openssl_makes_in_one_part_or_two() {
        String expected = "c862972147a4361237a5bcb4f74195e2e5d448641115622fe658a65985c5ae8c";
        Hmac hmac = Hmac.with("whsec_test");

        assertThat(hmac.hex(bytes("1764000000.{\"a\":1}"))).isEqualTo(expected);
        assertThat(hmac.hex(bytes("1764000000."), bytes("{\"a\":1}"))).isEqualTo(expected);
        assertThat(HexFormat.of().formatHex(hmac.half("1764000000.{\"a\":1}"))).isEqualTo(expected.substring(0, 32));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
