package kr.dochak.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.connections.ConnectionDesk.Wish;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SET-1: keys filled in count at once and in every process, are sealed, go back, and leave no trace in the change log. */
@ProductTest
class ConnectionsTests {

    private static final String KEY = "kma";
    private static final String SECRET = "key-of-the-weather-0123456789";

    @Autowired
    Connections connections;

    @Autowired
    ConnectionDesk desk;

    @Autowired
    ConnectionRepository repository;

    @Autowired
    ObjectProvider<ConnectionPlan> plans;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void as_installed() {
        desk.reset(KEY, new Wish(Map.of(), "as it was", Long.MAX_VALUE), admin());
    }

    private StaffMember admin() {
        return StaffFixture.of(jdbc, "admin@dochak.example");
    }

    private ConnectionOutcome fill(String secret, long seen) {
        Map<String, String> typed = new HashMap<>(Map.of("on", "true", "key", secret));
        return desk.change(KEY, new Wish(typed, "새 계약", seen), admin());
    }

    private long seen() {
        return desk.history(KEY, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(ConnectionChange::id)
                .orElse(0L);
    }

    private String now(Connections where) {
        return where.filled(where.byKey(KEY).orElseThrow()).text("key");
    }

    @Test
    void SET_1_a_key_counts_at_once_and_in_another_process_with_its_next_beat() {
        Connections other = new Connections(plans, repository);
        assertThat(now(other)).isEmpty();
        assertThat(fill(SECRET, seen())).isInstanceOf(ConnectionOutcome.Changed.class);
        assertThat(now(connections)).isEqualTo(SECRET);
        assertThat(now(other)).isEmpty();
        other.tick(clock.instant());
        assertThat(now(other)).isEqualTo(SECRET);
    }

    @Test
    void SET_1_the_key_lies_sealed_and_the_change_log_has_its_end_only() {
        fill(SECRET, seen());
        assertThat(jdbc.sql("select string_agg(encode(sealed, 'escape'), '') from connections.change")
                        .query(String.class)
                        .single())
                .doesNotContain(SECRET);
        assertThat(jdbc.sql("""
                        select before::text || after::text || reason from changes.entry
                        where kind = 'connections' and object = 'kma' order by id desc limit 1
                        """).query(String.class).single())
                .contains("••••6789", "새 계약")
                .doesNotContain(SECRET);
    }

    @Test
    void SET_1_a_row_that_does_not_open_costs_nothing_but_itself() {
        fill(SECRET, seen());
        jdbc.sql("""
                insert into connections.change (connection, sealed, staff_id, staff_name, at, reason)
                values ('kma', '\\x0011', 1, '누군가', now(), '망가진 줄')
                """).update();
        connections.read();
        assertThat(now(connections)).isEmpty();
    }

    @Test
    void SET_1_undo_goes_back_one_change_and_reset_to_the_environment() {
        fill("first-key-of-the-weather", seen());
        fill(SECRET, seen());
        assertThat(desk.undo(KEY, new Wish(Map.of(), "되돌림", seen()), admin()))
                .isInstanceOf(ConnectionOutcome.Changed.class);
        assertThat(now(connections)).isEqualTo("first-key-of-the-weather");
        desk.reset(KEY, new Wish(Map.of(), "되돌림", Long.MAX_VALUE), admin());
        assertThat(now(connections)).isEmpty();
    }

    @Test
    void SET_1_of_two_people_the_second_is_told_of_the_first() {
        long seen = seen();
        fill(SECRET, seen);
        assertThat(fill("another-key-0123456789", seen)).isInstanceOf(ConnectionOutcome.Overtaken.class);
        assertThat(now(connections)).isEqualTo(SECRET);
    }

    @Test
    void SET_1_what_may_not_be_changes_nothing_and_names_the_field() {
        assertThat(desk.change(KEY, new Wish(Map.of("key", "a b"), "", seen()), admin()))
                .isEqualTo(new ConnectionOutcome.Refused(Set.of("key"), true));
        assertThat(fill(SECRET, seen())).isInstanceOf(ConnectionOutcome.Changed.class);
        assertThat(fill(SECRET, seen())).isInstanceOf(ConnectionOutcome.Same.class);
    }

    @Test
    void SET_1_old_keys_are_forgotten_and_the_history_stays() {
        fill("first-key-of-the-weather", seen());
        fill("second-key-of-the-weather", seen());
        fill(SECRET, seen());
        List<ConnectionChange> history = desk.history(KEY, Long.MAX_VALUE, 3);
        assertThat(history.get(0).values()).containsEntry("key", SECRET);
        assertThat(history.get(1).values()).containsEntry("key", "second-key-of-the-weather");
        assertThat(history.get(2).values()).isNull();
        assertThat(history.get(2).reason()).isEqualTo("새 계약");
    }

    @Test
    void SET_1_rows_of_the_history_are_not_changed() {
        fill(SECRET, seen());
        assertThatThrownBy(() -> jdbc.sql("update connections.change set sealed = '\\x00'")
                        .update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> jdbc.sql("update connections.change set staff_name = '아무나'")
                        .update())
                .hasRootCauseMessage("ERROR: permission denied for table change");
        assertThatThrownBy(() -> jdbc.sql("delete from connections.change").update())
                .hasRootCauseMessage("ERROR: permission denied for table change");
    }

    @Test
    void SET_1_every_connection_and_field_has_its_words_and_what_the_environment_says_is_itself_allowed() {
        assertThat(connections.all()).extracting(Connection::key).contains("nhn", "mail", "cj", "sweettracker", "its");
        assertThat(connections.all())
                .allSatisfy(each -> assertThat(each.fields())
                        .allSatisfy(
                                field -> assertThat(field.allows(field.given())).isTrue()));
    }
}
