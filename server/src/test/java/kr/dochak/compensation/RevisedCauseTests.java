package kr.dochak.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cause is revised while its parcel moves (PRM-4): what was given stays, what is given next goes by what is known then. */
@ProductTest
class RevisedCauseTests {

    private static final AtomicLong IDS = new AtomicLong(8_700_000);

    private final CompensationDesk desk;
    private final Compensations compensations;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final PromiseId promise = new PromiseId(IDS.incrementAndGet());
    private final OrderId order = new OrderId(promise.value());
    private final TimeWindow promised;

    @Autowired
    RevisedCauseTests(CompensationDesk desk, Compensations compensations, WorldClock clock, JdbcClient jdbc) {
        this.desk = desk;
        this.compensations = compensations;
        this.clock = clock;
        this.jdbc = jdbc;
        Instant to = clock.instant().plus(Duration.ofHours(1));
        this.promised = new TimeWindow(to.minusSeconds(7200), to);
    }

    private void found(DelayCause cause, Duration late) {
        jdbc.sql("""
                insert into promise.promise (id, tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won,
                    confirmed_at, promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at, ordered_at,
                    delay_kind, delay_cause, certain_at, found_at)
                overriding system value
                values (:id, 990, :id, 1, :id, '인천', '서울', 'kr.cjlogistics', 40000, :now, :from, :to, false, :to, :to, :to, '["SLOT"]', :to,
                    'IN_TRANSIT', :now, :now, 'PREDICTED', :cause, :now, :now)
                """)
                .param("id", promise.value())
                .param("now", Sql.at(clock.instant()))
                .param("from", Sql.at(promised.from()))
                .param("to", Sql.at(promised.to()))
                .param("cause", cause.name())
                .update();
        Instant expected = promised.to().plus(late);
        desk.decide(List.of(new Delay(
                promise,
                order,
                new MallId(1),
                new PersonId(promise.value()),
                null,
                DelayKind.PREDICTED,
                cause,
                promised,
                false,
                new TimeWindow(expected, expected.plusSeconds(3600)),
                40_000,
                clock.instant(),
                clock.instant(),
                null,
                null)));
    }

    private void revised(DelayCause cause) {
        jdbc.sql("update promise.promise set delay_cause = :cause where id = :id")
                .param("cause", cause.name())
                .param("id", promise.value())
                .update();
    }

    private void growUntil(Duration late) {
        while (desk.grow(promised.to().plus(late))) {}
    }

    private void missed(Duration late) {
        desk.settle(List.of(new Settled(
                promise,
                order,
                new MallId(1),
                new PersonId(promise.value()),
                Outcome.MISSED,
                promised,
                false,
                40_000,
                null,
                null,
                promised.to().plus(late),
                promised.to().plus(late))));
    }

    private List<String> given() {
        return compensations.ofOrder(order).stream()
                .map(grant -> grant.ruleId() + " " + grant.cause())
                .toList();
    }

    private List<String> borne() {
        return jdbc.sql("""
                select g.rule_id || ' ' || b.bearer from compensation.burden b
                join compensation.grant_decision g on g.id = b.grant_id where g.promise_id = :promise order by g.id
                """)
                .param("promise", promise.value())
                .query(String.class)
                .list();
    }

    @Test
    void PRM_4_what_is_given_next_goes_by_the_cause_that_is_known_then() {
        found(DelayCause.HUB_BACKLOG, Duration.ofHours(7));
        revised(DelayCause.PICKING);
        growUntil(Duration.ofDays(3));
        assertThat(given()).containsExactly("late-6h HUB_BACKLOG", "late-3d PICKING");
        assertThat(borne())
                .as("each is borne by the cause it was given by")
                .containsExactly("late-6h CARRIER", "late-3d PLATFORM");
    }

    @Test
    void PRM_4_a_cause_that_is_excluded_ends_further_grants_once_it_is_found() {
        found(DelayCause.HUB_BACKLOG, Duration.ofHours(7));
        revised(DelayCause.ABSENCE);
        growUntil(Duration.ofDays(5));
        missed(Duration.ofDays(6));
        assertThat(given()).containsExactly("late-6h HUB_BACKLOG");
    }

    @Test
    void PRM_4_a_cause_that_was_excluded_and_is_revised_gives_what_the_delay_is_worth() {
        found(DelayCause.ABSENCE, Duration.ofHours(7));
        assertThat(given()).isEmpty();
        revised(DelayCause.LAST_MILE);
        growUntil(Duration.ofHours(6));
        assertThat(given()).containsExactly("late-6h LAST_MILE");
    }

    @Test
    void PRM_4_so_it_does_at_its_end_when_the_cause_was_found_between_two_looks() {
        found(DelayCause.ABSENCE, Duration.ofHours(7));
        growUntil(Duration.ofHours(6));
        assertThat(given()).isEmpty();
        revised(DelayCause.LAST_MILE);
        missed(Duration.ofHours(9));
        assertThat(given()).containsExactly("late-6h LAST_MILE");
    }

    @Test
    void ASR_4_only_another_cause_revises_a_grant_and_a_loss_is_no_revision_of_its_delay() {
        found(DelayCause.HUB_BACKLOG, Duration.ofHours(7));
        Granted grant = compensations.ofOrder(order).getFirst();
        assertThat(grant.isRevised(DelayCause.ABSENCE)).isTrue();
        assertThat(grant.isRevised(DelayCause.HUB_BACKLOG)).isFalse();
        assertThat(grant.isRevised(DelayCause.LOST)).isFalse();
        assertThat(grant.isRevised(null)).isFalse();
    }
}
