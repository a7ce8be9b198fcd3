package kr.dochak.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.dochak.ProductTest;
import kr.dochak.benefits.Benefits;
import kr.dochak.benefits.Coupon;
import kr.dochak.compensation.CompensationFact.CompensationsGranted;
import kr.dochak.compensation.CompensationFact.DelaysDecided;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.promise.PromiseFact;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.DelaysFound;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.PromisesSettled;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a fact of the promise module to the customer's points, with everything that can come twice, late or out of order. */
@ProductTest
@RecordApplicationEvents
class CompensationTests {

    private static final AtomicLong IDS = new AtomicLong(8_000_000);

    private final CompensationDesk desk;
    private final Compensations compensations;
    private final Benefits benefits;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final long promise = IDS.incrementAndGet();
    private final Instant promisedTo;

    @Autowired
    CompensationTests(
            CompensationDesk desk,
            Compensations compensations,
            Benefits benefits,
            ApplicationEventPublisher facts,
            PlatformTransactionManager transactions,
            WorldClock clock,
            JdbcClient jdbc) {
        this.desk = desk;
        this.compensations = compensations;
        this.benefits = benefits;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.jdbc = jdbc;
        this.promisedTo = clock.instant().plus(Duration.ofHours(1));
    }

    @Test
    void BEN_2_a_found_delay_is_granted_once_however_often_it_is_told() {
        Delay delay = delay(Duration.ofHours(7), false, DelayCause.HUB_BACKLOG);
        IntStream.range(0, 5).forEach(i -> publish(new DelaysFound(List.of(delay, delay))));
        waitForListeners();
        assertThat(rules()).containsExactly("late-6h");
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
    }

    @Test
    void every_found_delay_is_answered_even_when_no_rule_applies_yet(ApplicationEvents events) {
        desk.decide(List.of(delay(Duration.ofHours(1), false, DelayCause.LINE_HAUL)));
        assertThat(events.stream(DelaysDecided.class).flatMap(decided -> decided.delays().stream()))
                .singleElement()
                .satisfies(decided -> assertThat(decided.grants()).isEmpty());
        desk.decide(List.of(delay(Duration.ofHours(1), false, DelayCause.LINE_HAUL)));
        assertThat(events.stream(DelaysDecided.class))
                .as("the same news is no news")
                .hasSize(1);
    }

    @Test
    void BEN_2_delays_and_endings_at_once_from_many_threads_grant_once() throws Exception {
        Delay delay = delay(Duration.ofHours(7), true, DelayCause.HUB_BACKLOG);
        Settled missed = settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(8)));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> calls = IntStream.range(0, 24)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        if (i % 2 == 0) {
                            desk.decide(List.of(delay));
                        } else {
                            desk.settle(List.of(missed));
                        }
                    }))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThat(rules()).containsExactly("late-6h");
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
    }

    @Test
    void BEN_1_a_growing_delay_is_topped_up_at_each_threshold(ApplicationEvents events) {
        desk.decide(List.of(delay(Duration.ofMinutes(20), true, DelayCause.LAST_MILE)));
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(1_000));
        growUntil(promisedTo.plus(Duration.ofHours(6)).minusSeconds(1));
        assertThat(rules()).containsExactly("slot-15m");
        growUntil(promisedTo.plus(Duration.ofHours(6)));
        assertThat(rules()).containsExactly("slot-15m", "late-6h");
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
        growUntil(promisedTo.plus(Duration.ofDays(3)));
        assertThat(rules()).containsExactly("slot-15m", "late-6h", "late-3d");
        assertThat(benefits.couponsOf(new PersonId(promise)))
                .extracting(Coupon::percent)
                .containsExactly(10);
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
        assertThat(events.stream(CompensationsGranted.class).flatMap(fact -> fact.grants().stream()))
                .filteredOn(granted -> granted.promiseId().value() == promise)
                .extracting(Granted::ruleId)
                .containsExactly("late-6h", "late-3d");
    }

    @Test
    void a_promise_that_ended_grows_no_more() {
        desk.decide(List.of(delay(Duration.ofHours(1), false, DelayCause.LINE_HAUL)));
        desk.settle(List.of(settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(2)))));
        growUntil(promisedTo.plus(Duration.ofDays(10)));
        assertThat(rules()).isEmpty();
    }

    @Test
    void a_missed_promise_nobody_feared_for_is_compensated_at_its_end() {
        publish(new PromisesSettled(List.of(settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(9))))));
        publish(new PromisesSettled(List.of(settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(9))))));
        waitForListeners();
        assertThat(rules()).containsExactly("late-6h");
        assertThat(burden()).containsExactly("PLATFORM=2000");
    }

    @Test
    void what_was_given_for_a_promise_kept_after_all_stays_and_is_noted() {
        desk.decide(List.of(delay(Duration.ofHours(7), false, DelayCause.HUB_BACKLOG)));
        desk.settle(List.of(settled(Outcome.KEPT, promisedTo.minusSeconds(60))));
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
        assertThat(jdbc.sql("select kept_after_all from compensation.watched_promise where promise_id = :id")
                        .param("id", promise)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(burden()).containsExactly("CARRIER=2000");
    }

    @Test
    void BEN_2_a_delay_told_after_the_promise_was_kept_gives_nothing(ApplicationEvents events) {
        desk.settle(List.of(settled(Outcome.KEPT, promisedTo.minusSeconds(60))));
        desk.decide(List.of(delay(Duration.ofHours(7), false, DelayCause.HUB_BACKLOG)));
        growUntil(promisedTo.plus(Duration.ofDays(10)));
        assertThat(rules()).isEmpty();
        assertThat(events.stream(DelaysDecided.class)).hasSize(1);
    }

    @Test
    void BEN_2_a_loss_told_after_the_promise_was_kept_gives_nothing() {
        desk.settle(List.of(settled(Outcome.KEPT, promisedTo.minusSeconds(60))));
        desk.decide(List.of(delay(Duration.ofHours(7), false, DelayCause.LOST)));
        assertThat(rules()).isEmpty();
    }

    @Test
    void BEN_2_an_ending_told_late_does_not_replace_a_later_one() {
        Settled missed = settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(7)));
        desk.settle(List.of(missed));
        desk.settle(List.of(new Settled(
                new PromiseId(promise),
                new OrderId(promise),
                new MallId(1),
                new PersonId(promise),
                Outcome.KEPT,
                missed.promised(),
                false,
                40_000,
                null,
                null,
                promisedTo,
                missed.at().minusSeconds(60))));
        assertThat(jdbc.sql("select outcome from compensation.watched_promise where promise_id = :id")
                        .param("id", promise)
                        .query(String.class)
                        .single())
                .isEqualTo("MISSED");
    }

    @Test
    void BEN_2_a_delay_told_after_the_promise_was_missed_gives_nothing_twice() {
        desk.settle(List.of(settled(Outcome.MISSED, promisedTo.plus(Duration.ofHours(7)))));
        desk.decide(List.of(delay(Duration.ofHours(9), true, DelayCause.HUB_BACKLOG)));
        assertThat(rules()).containsExactly("late-6h");
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(2_000));
    }

    @Test
    void a_delay_that_turns_out_to_be_a_loss_gets_what_a_loss_is_worth() {
        Delay late = delay(Duration.ofHours(7), false, DelayCause.HUB_BACKLOG);
        desk.decide(List.of(late));
        desk.decide(List.of(new Delay(
                late.promiseId(),
                late.orderId(),
                late.tenantId(),
                late.personId(),
                late.shipmentId(),
                late.kind(),
                DelayCause.LOST,
                late.promised(),
                late.timed(),
                late.expected(),
                late.totalWon(),
                late.certainAt(),
                late.foundAt().plusSeconds(60),
                null,
                null)));
        assertThat(rules()).containsExactly("late-6h", "lost");
        assertThat(benefits.balanceOf(new PersonId(promise))).isEqualTo(new Won(5_000));
    }

    @Test
    void BEN_1_the_recipients_own_wish_is_not_compensated() {
        desk.decide(List.of(delay(Duration.ofDays(4), true, DelayCause.CUSTOMER_REQUEST)));
        growUntil(promisedTo.plus(Duration.ofDays(10)));
        assertThat(rules()).isEmpty();
    }

    @Test
    void hundreds_of_endings_come_in_one_list() {
        List<Settled> endings = LongStream.range(0, 600)
                .mapToObj(i -> {
                    PromiseId id = new PromiseId(IDS.incrementAndGet());
                    return i % 3 == 0
                            ? ending(id, Outcome.MISSED, promisedTo.plus(Duration.ofHours(7)))
                            : ending(id, Outcome.KEPT, promisedTo);
                })
                .toList();
        desk.settle(endings);
        desk.settle(endings.reversed());
        List<PromiseId> ids = endings.stream().map(Settled::promiseId).toList();
        assertThat(compensations.ofPromises(ids))
                .hasSize(200)
                .allSatisfy((id, granted) -> assertThat(granted).hasSize(1));
        endings.forEach(ending -> assertThat(benefits.balanceOf(ending.personId()))
                .isEqualTo(ending.outcome() == Outcome.MISSED ? new Won(2_000) : Won.ZERO));
    }

    @Test
    void ASR_4_the_public_rules_come_from_the_live_policy() {
        assertThat(compensations.rules(new MallId(1)))
                .extracting(PublicRule::ruleId)
                .containsExactly("slot-15m", "late-6h", "late-3d", "lost", "damaged");
    }

    private Delay delay(Duration late, boolean timed, DelayCause cause) {
        Instant expected = promisedTo.plus(late);
        return new Delay(
                new PromiseId(promise),
                new OrderId(promise),
                new MallId(1),
                new PersonId(promise),
                null,
                DelayKind.PREDICTED,
                cause,
                new TimeWindow(promisedTo.minusSeconds(7200), promisedTo),
                timed,
                new TimeWindow(expected, expected.plusSeconds(7200)),
                40_000,
                clock.instant(),
                clock.instant(),
                null,
                null);
    }

    private Settled settled(Outcome outcome, Instant deliveredAt) {
        return ending(new PromiseId(promise), outcome, deliveredAt);
    }

    private Settled ending(PromiseId id, Outcome outcome, @Nullable Instant deliveredAt) {
        return new Settled(
                id,
                new OrderId(id.value()),
                new MallId(1),
                new PersonId(id.value()),
                outcome,
                new TimeWindow(promisedTo.minusSeconds(7200), promisedTo),
                false,
                40_000,
                null,
                null,
                deliveredAt,
                promisedTo.plus(Duration.ofHours(10)));
    }

    private List<String> rules() {
        return compensations.ofOrder(new OrderId(promise)).stream()
                .map(Granted::ruleId)
                .toList();
    }

    private List<String> burden() {
        return jdbc.sql("""
                select b.bearer || '=' || b.won from compensation.burden b
                join compensation.grant_decision g on g.id = b.grant_id where g.promise_id = :promise
                """).param("promise", promise).query(String.class).list();
    }

    private void growUntil(Instant now) {
        while (desk.grow(now)) {}
    }

    private void publish(PromiseFact fact) {
        transaction.executeWithoutResult(status -> facts.publishEvent(fact));
    }

    private void waitForListeners() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                select not exists (select from event_publication
                                   where listener_id like '%CompensationListeners%' and completion_date is null)
                """).query(Boolean.class).single());
    }
}
