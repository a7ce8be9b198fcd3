package kr.dochak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.ProductTest;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key of the API is changed without a moment in which none opens (16.7). */
@ProductTest
class KeyOverlapTests {

    @Autowired
    private MallRepository malls;

    @Autowired
    private JdbcClient jdbc;

    private final String code = "k" + System.nanoTime();

    private void given(String key, Instant at, Duration overlap) {
        MallId mall = new MallId(jdbc.sql("select tenant_id from identity.mall where code = :code")
                .param("code", code)
                .query(Long.class)
                .single());
        malls.keyFromSettings(new ApiCaller(mall, ApiCaller.Scope.MALL), Hash.of(code + key), at, at.plus(overlap));
    }

    private boolean opens(String key, Instant at) {
        return malls.callerWith(Hash.of(code + key), at).isPresent();
    }

    @Test
    void M_keys_two_keys_of_the_api_open_for_a_time_and_then_the_new_one_alone() {
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        malls.add(code, "열쇠가게", now);
        given("old", now, Duration.ofHours(1));
        given("new", now, Duration.ofHours(1));
        given("new", now.plusSeconds(1800), Duration.ofHours(1));

        assertThat(opens("old", now.plusSeconds(3599))).isTrue();
        assertThat(opens("new", now.plusSeconds(3599))).isTrue();
        assertThat(opens("old", now.plusSeconds(3600)))
                .as("a restart in between does not prolong it")
                .isFalse();
        assertThat(opens("new", now.plusSeconds(36_000))).isTrue();
    }

    @Test
    void M_keys_without_an_overlap_the_key_before_opens_nothing_at_once() {
        Instant now = Instant.parse("2026-11-23T00:00:00Z");
        malls.add(code, "열쇠가게", now);
        given("old", now, Duration.ZERO);
        given("new", now, Duration.ZERO);

        assertThat(opens("old", now)).isFalse();
    }
}
