package kr.dochak.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionField.Type;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SET-1: what may be filled in, what a form means, and what is shown of a secret. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionRuleTests {

    private static final Connection<Filled> MAIL = new Connection<>(
            "mail",
            Kind.SENDER,
            List.of(
                    ConnectionField.onOff("on", true),
                    new ConnectionField("host", Type.HOST, "localhost"),
                    new ConnectionField("password", Type.SECRET, "")),
            filled -> filled);

    @ParameterizedTest
    @CsvSource(textBlock = """
            SECRET, abcd,                  true
            SECRET, abc,                   false
            SECRET, 'a b c d',             false
            SECRET, 한글열쇠,               false
            NAME,   app-key_1.2,           true
            NAME,   'a/../b?x=1',          false
            HOST,   smtp.example.com,      true
            HOST,   10.0.0.25,             true
            HOST,   localhost,             false
            HOST,   LOCALHOST,             false
            HOST,   127.0.0.2,             false
            HOST,   169.254.169.254,       false
            HOST,   'smtp.example.com/x',  false
            HOST,   -smtp.example.com,     false
            MAIL,   hello@example.com,     true
            MAIL,   'Us <hello@example.com>', false
            MAIL,   hello,                 false
            PHONE,  1588-1234,             true
            PHONE,  15881234,              true
            PHONE,  02-1234-5678,          true
            PHONE,  010-12-5678,           false
            PORT,   587,                   true
            PORT,   0,                     false
            PORT,   65535,                 true
            PORT,   65536,                 false
            CALLS,  60,                    true
            CALLS,  0,                     false
            CALLS,  10000,                 false
            SWITCH, true,                  true
            SWITCH, yes,                   false
            """)
    void SET_1_what_may_be_filled_in(Type type, String value, boolean allowed) {
        assertThat(new ConnectionField("x", type, "given by the environment").allows(value))
                .isEqualTo(allowed);
    }

    @Test
    void SET_1_what_the_environment_says_always_may() {
        assertThat(new ConnectionField("host", Type.HOST, "localhost").allows("localhost"))
                .isTrue();
    }

    @Test
    void SET_1_a_secret_left_empty_stays_and_any_other_field_left_empty_is_the_environments_again() {
        Map<String, String> before = Map.of("host", "smtp.example.com", "password", "long-secret");
        assertThat(ConnectionRule.after(MAIL, before, Map.of("on", "true", "host", " ", "password", "")))
                .isEqualTo(Map.of("password", "long-secret"));
        assertThat(ConnectionRule.after(MAIL, before, Map.of("host", "smtp.example.com")))
                .as("a box that is not checked is sent by no browser")
                .isEqualTo(Map.of("on", "false", "host", "smtp.example.com", "password", "long-secret"));
    }

    @Test
    void SET_1_what_is_as_the_environment_says_follows_the_environment() {
        assertThat(ConnectionRule.after(MAIL, Map.of(), Map.of("on", "true", "host", "localhost")))
                .isEmpty();
    }

    @Test
    void SET_1_a_stored_value_that_may_not_be_any_more_counts_for_nothing() {
        assertThat(Filled.of(MAIL.fields(), Map.of("host", "not a host")).text("host"))
                .isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource({"'',''", "short,••••", "fifteen-letters,••••", "sixteen-letters!,••••ers!"})
    void SET_1_of_a_secret_only_the_end_of_a_long_one_is_shown(String secret, String shown) {
        assertThat(ConnectionRule.masked(secret)).isEqualTo(shown);
    }

    @Test
    void SET_1_a_password_does_not_go_to_another_machine_unless_it_is_typed_again() {
        Map<String, String> before = Map.of("host", "smtp.example.com", "password", "long-secret");
        assertThat(ConnectionRule.unsaid(MAIL, before, Map.of("on", "true", "host", "smtp.elsewhere.com")))
                .containsExactly("password");
        assertThat(ConnectionRule.unsaid(MAIL, before, Map.of("on", "true", "host", "")))
                .containsExactly("password");
        assertThat(ConnectionRule.unsaid(
                        MAIL, before, Map.of("host", "smtp.elsewhere.com", "password", "another-secret")))
                .isEmpty();
        assertThat(ConnectionRule.unsaid(MAIL, before, Map.of("host", "smtp.example.com")))
                .isEmpty();
        assertThat(ConnectionRule.unsaid(MAIL, Map.of(), Map.of("host", "smtp.example.com")))
                .as("there is no password")
                .isEmpty();
    }

    @Test
    void SET_1_no_value_is_in_what_is_printed() {
        assertThat(Filled.of(MAIL.fields(), Map.of("password", "long-secret")).toString())
                .doesNotContain("long-secret");
    }
}
