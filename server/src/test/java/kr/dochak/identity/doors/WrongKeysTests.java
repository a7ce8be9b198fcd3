package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.identity.IdentitySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** M8: who guesses keys is soon not answered any more, and whoever knows one is. */
@ProductTest
class WrongKeysTests {

    private static final String GUESSER = "203.0.113.1";

    @Autowired
    private ApiKeys keys;

    @Autowired
    private ApiRefusals refusals;

    private ApiKeyFilter filter;

    @BeforeEach
    void three_wrong_ones_a_minute() {
        IdentitySettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("dochak.identity.login.wrong-keys", "3")))
                .bindOrCreate("dochak.identity", IdentitySettings.class);
        filter = new ApiKeyFilter(new ApiCallers(keys, settings), refusals);
    }

    private MockHttpServletResponse ask(String address, String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/orders");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", authorization);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private int[] statuses(int times, String address, String key) {
        return IntStream.range(0, times)
                .map(each -> {
                    try {
                        return ask(address, "Bearer " + key + each).getStatus();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
    }

    @Test
    void M8_wrong_keys_from_one_address_are_soon_not_looked_at() throws Exception {
        assertThat(statuses(5, GUESSER, "no-such-key-")).containsExactly(401, 401, 401, 429, 429);
        MockHttpServletResponse refused = ask(GUESSER, "Bearer another");
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(refused.getContentAsString()).contains("/problems/too-many-requests", "맞지 않는 키");
        assertThat(ask("203.0.113.2", "Bearer another").getStatus()).isEqualTo(401);
    }

    @Test
    void M8_so_are_other_kinds_of_credentials_and_keys_without_end() throws Exception {
        for (String each : new String[] {"Basic YTpi", "Bearer ", "Bearer " + "x".repeat(4_000)}) {
            assertThat(ask(GUESSER, each).getStatus()).isEqualTo(401);
        }
        assertThat(ask(GUESSER, "Basic YTpi").getStatus()).isEqualTo(429);
    }

    @Test
    void M8_who_knows_a_key_is_not_locked_out_by_a_guesser_behind_the_same_address() throws Exception {
        assertThat(ask(GUESSER, "Bearer " + TestKeys.RAINBOW).getStatus()).isEqualTo(200);
        statuses(10, GUESSER, "guess-");
        assertThat(ask(GUESSER, "Bearer " + TestKeys.RAINBOW).getStatus()).isEqualTo(200);
    }
}
