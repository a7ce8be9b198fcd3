package kr.dochak.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.orders.OrderFact.OrdersConfirmed;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.world.World;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fact whose listener failed is not forgotten: the database refuses a promise a few times, and then no more. */
@ProductTest
class FailedFactsTests {

    private static final AtomicLong ORDERS = new AtomicLong(6_600_000);

    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final World world;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final EventPublicationRepository registry;
    private final ObjectProvider<FailedEventPublications> publications;
    private final long order = ORDERS.incrementAndGet();

    @Autowired
    FailedFactsTests(
            ApplicationEventPublisher facts,
            PlatformTransactionManager transactions,
            World world,
            WorldClock clock,
            JdbcClient jdbc,
            EventPublicationRepository registry,
            ObjectProvider<FailedEventPublications> publications) {
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
        this.registry = registry;
        this.publications = publications;
    }

    @BeforeEach
    void aDatabaseThatRefuses() {
        TestDatabase.asSuperuser(jdbc)
                .sql("create sequence if not exists public.refusals")
                .update();
        TestDatabase.asSuperuser(jdbc).sql("""
                create or replace function public.refuse() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('public.refusals') < 1000 then raise exception 'refused for the test'; end if;
                    return new;
                end $$
                """).update();
        TestDatabase.asSuperuser(jdbc)
                .sql("create trigger refuse before insert on promise.promise for each row when (new.order_id = " + order
                        + ") execute function public.refuse()")
                .update();
    }

    @AfterEach
    void noMore() {
        TestDatabase.asSuperuser(jdbc)
                .sql("drop trigger if exists refuse on promise.promise")
                .update();
        world.settle();
    }

    @Test
    void a_listener_that_fails_once_is_tried_again_and_its_effect_is_there_once() {
        refuse(1);
        publish();
        world.settle();
        assertThat(promises()).isEqualTo(1);
    }

    @Test
    void a_driven_world_stops_loudly_at_a_listener_that_always_fails() {
        refuse(990);
        publish();
        assertThatThrownBy(world::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PromiseListeners")
                .hasMessageContaining("OrdersConfirmed");
        assertThat(promises()).isZero();
        refuse(0);
        world.settle();
        assertThat(promises()).isEqualTo(1);
    }

    @Test
    void in_real_time_it_is_tried_again_within_seconds() {
        refuse(2);
        publish();
        FailedFacts real = new FailedFacts(registry, publications, WorldClock.real());
        Instant unused = clock.instant();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            real.tick(unused);
            return promises() == 1;
        });
        assertThat(TestDatabase.asSuperuser(jdbc)
                        .sql("select last_value from public.refusals")
                        .query(Long.class)
                        .single())
                .as("two refusals, then one that worked")
                .isEqualTo(1000);
    }

    @Test
    void pauses_double_from_two_seconds_to_a_minute() {
        Instant tried = clock.instant();
        assertThat(IntStream.of(1, 2, 5, 6, 40)
                        .mapToObj(attempts -> new FailedFacts.Failed(new UUID(0, 0), "a listener", attempts, tried))
                        .map(failed -> Duration.between(tried, failed.nextTry()).toSeconds()))
                .containsExactly(2L, 4L, 32L, 60L, 60L);
    }

    private void refuse(int times) {
        TestDatabase.asSuperuser(jdbc)
                .sql("select setval('public.refusals', :last)")
                .param("last", 999 - times)
                .query(Long.class)
                .single();
    }

    private void publish() {
        PlacedOrder placed = new PlacedOrder(
                new OrderId(order),
                new MallId(1),
                "F-" + order,
                new PersonId(order),
                order,
                clock.instant(),
                "인천",
                "서울",
                null,
                20_000,
                1,
                null);
        transaction.executeWithoutResult(status -> facts.publishEvent(new OrdersConfirmed(List.of(placed))));
    }

    private long promises() {
        return jdbc.sql("select count(*) from promise.promise where order_id = :id")
                .param("id", order)
                .query(Long.class)
                .single();
    }
}
