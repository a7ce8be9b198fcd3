package kr.dochak.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import kr.dochak.shared.PublicUrl;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IDN-1: what strangers send in place of a device's answer is no answer, and no error of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PasskeyNonsenseTests {

    private final RelyingParty party = new RelyingParty(new PublicUrl(URI.create("https://shop.example.com")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "7",
                "{\"id\":",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":null,\"clientExtensionResults\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}",
                "{\"id\":\"?\",\"rawId\":\"?\",\"type\":\"x\",\"response\":{\"clientDataJSON\":\"?\",\"authenticatorData\":\"?\","
                        + "\"attestationObject\":\"?\",\"signature\":\"?\"},\"clientExtensionResults\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                        + "\"authenticatorData\":\"AA\",\"attestationObject\":\"oA\",\"signature\":\"AA\"},"
                        + "\"clientExtensionResults\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"W10\","
                        + "\"authenticatorData\":\"////////////////////////////////////////////////\","
                        + "\"attestationObject\":\"////\",\"signature\":\"\"},\"clientExtensionResults\":{}}"
            })
    void IDN_1_nonsense_is_no_answer(String text) {
        assertThat(party.claim(text)).isEmpty();
        assertThat(party.made(text, challenge -> true, "https://shop.example.com"))
                .isEmpty();
    }

    @Test
    void IDN_1_passkeys_are_served_at_the_public_host_and_at_no_other() {
        assertThat(party.serves("SHOP.example.com")).isTrue();
        assertThat(party.serves("api.shop.example.com")).isFalse();
        assertThat(new RelyingParty(new PublicUrl(URI.create("http://127.0.0.1:8080"))).serves("127.0.0.1"))
                .as("a number is no name for a device")
                .isFalse();
    }
}
