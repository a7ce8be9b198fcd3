package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How carriers sign what they send. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventSignatureTests {

    /** As {@code printf '1764000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_test} says it. */
    @Test
    void a_signature_is_what_openssl_makes() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventSignature.sign("whsec_test", "1764000000", body))
                .isEqualTo("c862972147a4361237a5bcb4f74195e2e5d448641115622fe658a65985c5ae8c");
    }
}
