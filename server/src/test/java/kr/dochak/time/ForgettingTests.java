package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.database.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-3: what nobody needs any more goes by itself, once a day and by the batch; what is young stays. */
@ProductTest
class ForgettingTests {

    private static final int MORE_THAN_A_BATCH = 5_100;

    @Autowired
    List<Ticking> waiting;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void IDN_3_idempotency_keys_are_forgotten_after_thirty_days() {
        insert("""
                insert into orders.idempotency (tenant_id, key, body_hash, order_no, at)
                select 77, 'old-' || i, '\\x00'::bytea, 'x', :old::timestamptz from generate_series(1, :many) i
                union all select 77, 'young', '\\x00'::bytea, 'x', :young::timestamptz
                """, 29);
        tick("OrderIdempotency");
        assertThat(left("select key from orders.idempotency where tenant_id = 77"))
                .containsExactly("young");
    }

    @Test
    void IDN_3_counted_endings_are_forgotten_after_ninety_days() {
        insert("""
                insert into insight.counted_promise (promise_id, counted_at)
                select -1000000 - i, :old::timestamptz from generate_series(1, :many) i union all select -999999, :young::timestamptz
                """, 89);
        tick("OldCounts");
        assertThat(left("select promise_id::text from insight.counted_promise where promise_id < 0"))
                .containsExactly("-999999");
    }

    @Test
    void IDN_3_notices_are_forgotten_after_three_years_with_their_deliveries() {
        insert("""
                with told as (
                    insert into messaging.notice (kind, subject, tenant_id, person_id, facts, state, detected_at, told_at)
                    select 'SHIPPED', 'forget-' || i, 77, 77, '{}'::jsonb, 'TOLD', :old::timestamptz, :old::timestamptz from generate_series(1, :many) i
                    union all select 'SHIPPED', 'forget-young', 77, 77, '{}'::jsonb, 'TOLD', :young::timestamptz, :young::timestamptz
                    returning id)
                insert into messaging.delivery (notice_id, tenant_id, channel, rest, next_at, created_at, state)
                select id, 77, 'SMS', '{}'::text[], :old::timestamptz, :old::timestamptz, 'SENT' from told
                """, 1_090);
        tick("OldNotices");
        assertThat(left("select subject from messaging.notice where tenant_id = 77"))
                .containsExactly("forget-young");
        assertThat(left("""
                select n.subject from messaging.delivery d join messaging.notice n on n.id = d.notice_id
                where n.tenant_id = 77""")).containsExactly("forget-young");
    }

    @Test
    void IDN_3_who_looked_at_whom_is_forgotten_after_two_years() {
        insert("""
                insert into identity.access (staff_id, staff_name, what, reason, at, kind, tenant_id)
                select 77, '옛 직원', 'x', 'old', :old::timestamptz, 'SEARCH', 77 from generate_series(1, :many) i
                union all select 77, '옛 직원', 'x', 'young', :young::timestamptz, 'SEARCH', 77
                """, 730);
        tick("OldAccesses");
        assertThat(left("select reason from identity.access where tenant_id = 77"))
                .containsExactly("young");
    }

    @Test
    void IDN_3_counts_of_calls_to_carriers_are_forgotten_after_ninety_days() {
        insert("""
                insert into tracking.route_call (source, hour, outcome, calls, last_at, last_what)
                select 'forget', :old::timestamptz + i * interval '1 minute', 'OLD', 1, :old::timestamptz, '' from generate_series(1, :many) i
                union all select 'forget', :young::timestamptz, 'YOUNG', 1, :young::timestamptz, ''
                """, 89);
        tick("OldAnswers");
        assertThat(left("select outcome from tracking.route_call where source = 'forget'"))
                .containsExactly("YOUNG");
    }

    private void insert(String sql, int youngDays) {
        Instant now = clock.instant();
        jdbc.sql(sql)
                .param("old", Sql.at(now.minus(Duration.ofDays(1_500))))
                .param("young", Sql.at(now.minus(Duration.ofDays(youngDays))))
                .param("many", MORE_THAN_A_BATCH)
                .update();
    }

    /** The first look of a day takes a batch at a time, until nothing old is left. */
    private void tick(String name) {
        Ticking ticking = waiting.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith(name))
                .findFirst()
                .orElseThrow();
        clock.advanceTo(clock.instant().plus(Duration.ofDays(1)));
        int batches = 0;
        while (ticking.tick(clock.instant())) {
            batches++;
        }
        assertThat(batches).as("batches before the last").isEqualTo(1);
        assertThat(ticking.tick(clock.instant())).isFalse();
    }

    private List<String> left(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
