package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.connections.Connection;
import kr.dochak.connections.ConnectionChange;
import kr.dochak.connections.ConnectionDesk;
import kr.dochak.connections.ConnectionDesk.Wish;
import kr.dochak.connections.ConnectionOutcome;
import kr.dochak.connections.ConnectionOutcome.Changed;
import kr.dochak.connections.ConnectionOutcome.Refused;
import kr.dochak.connections.Rotated;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** SET-1, TRK-1: the secrets with which carriers sign are filled in on a page, and the former one counts for a while. */
@ProductTest
@TestPropertySource(properties = "dochak.carrier-webhook.secrets=kr.ilyanglogis=secret-of-the-environment")
class ConnectionPushTests {

    private static final String CARRIER = "kr.ilyanglogis";
    private static final String GIVEN = "secret-of-the-environment";
    private static final String FIRST = "first-secret-0123456789";
    private static final String SECOND = "second-secret-0123456789";

    @Autowired
    ConnectionDesk desk;

    @Autowired
    PushSecrets secrets;

    @Autowired
    WorldClock clock;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void as_installed() {
        desk.reset(Connection.PUSHED + CARRIER, new Wish(Map.of(), "as it was", Long.MAX_VALUE), admin());
    }

    private StaffMember admin() {
        return StaffFixture.of(jdbc, "admin@dochak.example");
    }

    private ConnectionOutcome fill(String secret, String hours) {
        long seen = desk.history(Connection.PUSHED + CARRIER, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(ConnectionChange::id)
                .orElse(0L);
        Map<String, String> typed = new HashMap<>(Map.of(PushSecrets.SECRET, secret, PushSecrets.HOURS, hours));
        return desk.change(Connection.PUSHED + CARRIER, new Wish(typed, "비밀 바꾸기", seen), admin());
    }

    private int send(String secret) {
        String timestamp = "" + clock.instant().getEpochSecond();
        byte[] body = "[]".getBytes(StandardCharsets.UTF_8);
        return new Http(environment, "")
                .send(
                        "POST",
                        "/api/v1/carriers/" + CARRIER + "/events",
                        body,
                        request -> request.header("X-Dochak-Timestamp", timestamp)
                                .header("X-Dochak-Signature", "v1=" + EventSignature.sign(secret, timestamp, body)))
                .status();
    }

    @Test
    void SET_1_the_environment_counts_until_somebody_fills_it_in_and_both_for_a_while() {
        assertThat(secrets.of(CARRIER)).containsExactly(GIVEN);
        assertThat(secrets.of("kr.hanjin")).isEmpty();
        assertThat(secrets.of("kr.nobody")).isEmpty();
        assertThat(fill(FIRST, "2")).isInstanceOf(Changed.class);
        assertThat(secrets.of(CARRIER)).containsExactly(FIRST, GIVEN);
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(119)));
        assertThat(secrets.of(CARRIER)).containsExactly(FIRST, GIVEN);
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(secrets.of(CARRIER)).containsExactly(FIRST);
    }

    @Test
    void TRK_1_events_signed_with_either_are_taken_while_both_count_and_with_no_other() {
        fill(FIRST, "48");
        fill(SECOND, "48");
        assertThat(List.of(send(SECOND), send(FIRST))).doesNotContain(401);
        assertThat(send(GIVEN)).isEqualTo(401);
        assertThat(send("nobodys-secret-0123456789")).isEqualTo(401);
    }

    @Test
    void SET_1_a_leaked_secret_ends_at_once() {
        fill(FIRST, "48");
        fill(SECOND, "48");
        assertThat(fill("", "0")).isInstanceOf(Changed.class);
        assertThat(secrets.of(CARRIER)).containsExactly(SECOND);
        assertThat(send(FIRST)).isEqualTo(401);
    }

    @Test
    void SET_1_longer_hours_count_from_the_change_of_the_secret() {
        fill(FIRST, "48");
        fill(SECOND, "1");
        clock.advanceTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(secrets.of(CARRIER)).containsExactly(SECOND);
        fill("", "3");
        assertThat(secrets.of(CARRIER)).containsExactly(SECOND, FIRST);
    }

    @Test
    void SET_1_undo_goes_back_to_the_secret_before_with_its_own_former_one() {
        fill(FIRST, "48");
        fill(SECOND, "48");
        desk.undo(Connection.PUSHED + CARRIER, new Wish(Map.of(), "되돌림", Long.MAX_VALUE), admin());
        assertThat(secrets.of(CARRIER)).containsExactly(FIRST, GIVEN);
    }

    @Test
    void SET_1_a_short_secret_and_other_hours_are_refused_and_a_made_one_is_good() {
        assertThat(fill("too-short", "400"))
                .isEqualTo(new Refused(Set.of(PushSecrets.SECRET, PushSecrets.HOURS), false));
        assertThat(fill(Rotated.fresh(), "0")).isInstanceOf(Changed.class);
        assertThat(Rotated.fresh()).hasSize(64).isNotEqualTo(Rotated.fresh());
    }

    @Test
    void SET_1_neither_secret_lies_open_in_the_database_or_in_a_text() {
        fill(FIRST, "48");
        fill(SECOND, "48");
        assertThat(jdbc.sql("select string_agg(encode(sealed, 'escape'), '') from connections.change")
                        .query(String.class)
                        .single())
                .doesNotContain(FIRST, SECOND);
        assertThat(jdbc.sql(
                                "select before::text || after::text from changes.entry where kind = 'connections' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("••••6789")
                .doesNotContain(FIRST, SECOND);
        assertThat(new Rotated(FIRST, SECOND, clock.instant()).toString()).doesNotContain("secret");
    }
}
