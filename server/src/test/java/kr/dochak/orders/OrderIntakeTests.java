package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.orders.IntakeResult.Outcome;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.IntakeResult.Taken;
import kr.dochak.orders.OrderFact.PreparationStep;
import kr.dochak.shared.Area;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** ORD-2: the same order twice is one order; a changed one is a revision with its history. */
@ProductTest
class OrderIntakeTests {

    private static final MallId MALL = new MallId(1);

    @Autowired
    private OrderIntake intake;

    @Autowired
    private Orders orders;

    @Autowired
    private JsonMapper json;

    @Autowired
    private WorldClock clock;

    private static String fresh() {
        return "I" + UUID.randomUUID().toString().substring(0, 18);
    }

    private OrderRequest order(String orderNo, String name, int price) {
        return json.readValue("""
                {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00","customer":{"id":"i-1","name":"김지민"},
                 "recipient":{"name":"%s","postcode":"06236","address1":"테헤란로 152"},
                 "items":[{"name":"포트","quantity":1,"unitPrice":%d}]}""".formatted(orderNo, name, price), OrderRequest.class);
    }

    private List<IntakeResult> take(OrderRequest... requests) {
        return intake.take(MALL, "api", List.of(requests));
    }

    private static List<String> outcomes(List<IntakeResult> results) {
        return results.stream()
                .map(result -> result instanceof Taken taken ? taken.outcome().name() : "REJECTED")
                .toList();
    }

    @Test
    void ORD_2_the_same_order_twice_is_one_order() {
        String no = fresh();

        assertThat(outcomes(take(order(no, "김지민", 1_000)))).containsExactly("CREATED");
        assertThat(outcomes(take(order(no, "김지민", 1_000)))).containsExactly("UNCHANGED");
    }

    @Test
    void ORD_2_a_changed_order_is_a_revision_that_says_what_changed() {
        String no = fresh();
        take(order(no, "김지민", 1_000));
        Taken price = (Taken) take(order(no, "김지민", 2_000)).getFirst();
        Taken who = (Taken) take(order(no, "이도현", 2_000)).getFirst();

        OrderDetail detail = orders.detail(price.orderId()).orElseThrow();
        assertThat(who.revision()).isEqualTo(3);
        assertThat(detail.summary().totalWon()).isEqualTo(2_000);
        assertThat(detail.revisions())
                .extracting(OrderRevision::changed)
                .containsExactly(List.of(), List.of("amounts"), List.of("recipient"));
    }

    @Test
    void ORD_2_the_same_number_several_times_in_one_batch_is_taken_one_after_the_other() {
        String no = fresh();
        var results =
                take(order(no, "김지민", 1_000), order(no, "김지민", 1_000), order(no, "김지민", 3_000), order(no, "김지민", -1));

        assertThat(outcomes(results)).containsExactly("CREATED", "UNCHANGED", "REVISED", "REJECTED");
        assertThat(orders.byNumber(MALL, no).orElseThrow().totalWon()).isEqualTo(3_000);
    }

    @Test
    void a_bad_order_keeps_no_other_back_even_with_the_same_or_no_number() {
        String no = fresh();
        var results = take(order("", "김지민", 1), order(no, "김지민", -1), order(no, "김지민", 1), order("", "김지민", 1));

        assertThat(outcomes(results)).containsExactly("REJECTED", "REJECTED", "CREATED", "REJECTED");
        assertThat(((Rejected) results.getFirst()).errors().getFirst().field()).isEqualTo("orderNo");
    }

    @Test
    void ORD_2_at_the_same_moment_from_two_sides_in_opposite_order_is_once() {
        List<OrderRequest> batch = IntStream.range(0, 60)
                .mapToObj(i -> order(fresh(), "김지민", 1_000))
                .toList();
        List<CompletableFuture<List<IntakeResult>>> both = Stream.of(batch, batch.reversed())
                .map(some -> CompletableFuture.supplyAsync(() -> intake.take(MALL, "api", some)))
                .toList();

        List<Taken> taken = both.stream()
                .flatMap(each -> each.join().stream())
                .map(Taken.class::cast)
                .toList();

        assertThat(taken.stream().filter(t -> t.outcome() == Outcome.CREATED)).hasSize(60);
        assertThat(taken.stream().filter(t -> t.outcome() == Outcome.UNCHANGED)).hasSize(60);
        assertThat(taken.stream().map(Taken::orderId).distinct()).hasSize(60);
    }

    @Test
    void steps_and_wishes_are_written_down_once() {
        OrderId id = new OrderId((((Taken) take(order(fresh(), "김지민", 1_000)).getFirst()).orderId()).value());
        DeliveryRequest wish = new DeliveryRequest(DeliveryRequest.Place.LOCKER, "3번 칸", null);
        for (int i = 0; i < 2; i++) {
            orders.prepared(id, PreparationStep.PACKED, clock.instant());
            orders.changeRequest(id, wish, "customer");
            orders.cancel(id, "마음이 바뀌었어요", "mall");
        }

        OrderDetail detail = orders.detail(id).orElseThrow();
        assertThat(detail.summary().request()).isEqualTo(wish);
        assertThat(detail.summary().packedAt()).isNotNull();
        assertThat(detail.summary().cancelledAt()).isNotNull();
        assertThat(detail.revisions()).extracting(OrderRevision::who).containsExactly("api", "customer", "mall");
    }

    private OrderRequest asking(String orderNo, int price, String place, String note) {
        return json.readValue("""
                {"orderNo":"%s","orderedAt":"2026-11-23T08:30:00+09:00","customer":{"id":"i-1","name":"김지민"},
                 "recipient":{"name":"김지민","postcode":"06236","address1":"테헤란로 152",
                              "request":{"place":"%s","note":"%s"}},
                 "items":[{"name":"포트","quantity":1,"unitPrice":%d}]}""".formatted(orderNo, place, note, price), OrderRequest.class);
    }

    /** What the mall says first and again, what the customer changes in between, and what holds then. */
    @ParameterizedTest
    @CsvSource({
        "DOOR 벨, LOCKER 3번 칸, DOOR 벨, LOCKER 3번 칸",
        "DOOR 벨, LOCKER 3번 칸, DOOR 조용히, LOCKER 조용히",
        "DOOR 벨, LOCKER 3번 칸, SECURITY 벨, SECURITY 3번 칸",
        "DOOR 벨, LOCKER 3번 칸, HAND 조용히, HAND 조용히",
        "DOOR 벨, DOOR 벨, SECURITY 조용히, SECURITY 조용히",
    })
    void ORD_2_the_customers_own_wish_outlives_a_revision_that_does_not_touch_it(
            String first, String customer, String again, String then) {
        String no = fresh();
        BiFunction<String, Integer, OrderRequest> mall =
                (said, price) -> asking(no, price, said.split(" ", 2)[0], said.split(" ", 2)[1]);
        OrderId id = new OrderId((((Taken) take(mall.apply(first, 1_000)).getFirst()).orderId()).value());
        LocalDate day = LocalDate.of(2027, 1, 20);
        orders.changeRequest(id, wish(customer, day), "customer");
        take(mall.apply(again, 2_000));
        assertThat(orders.find(id).orElseThrow().request()).isEqualTo(wish(then, day));
        assertThat(orders.find(id).orElseThrow().totalWon()).isEqualTo(2_000);
        take(mall.apply(again, 3_000));
        assertThat(orders.find(id).orElseThrow().request()).isEqualTo(wish(then, day));
    }

    private static DeliveryRequest wish(String said, LocalDate day) {
        String[] parts = said.split(" ", 2);
        return new DeliveryRequest(DeliveryRequest.Place.valueOf(parts[0]), parts[1], day);
    }

    @Test
    void ORD_2_a_cancelled_order_that_comes_again_with_other_content_is_answered_as_cancelled() {
        String no = fresh();
        OrderId id = new OrderId((((Taken) take(order(no, "김지민", 1_000)).getFirst()).orderId()).value());
        orders.cancel(id, "마음이 바뀌었어요", "mall");
        assertThat(outcomes(take(order(no, "김지민", 1_000), order(no, "김지민", 2_000))))
                .containsExactly("UNCHANGED", "CANCELLED");
        assertThat(orders.find(id).orElseThrow().totalWon()).isEqualTo(1_000);
    }

    @Test
    void pages_show_every_order_once_and_newest_first() {
        Set<String> mine = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            mine.add(fresh());
        }
        MallId tenant = new MallId(2);
        intake.take(tenant, "api", mine.stream().map(no -> order(no, "김지민", 1)).toList());

        Set<Long> seen = new HashSet<>();
        Set<String> found = new HashSet<>();
        String after = null;
        OrderId last = new OrderId(Long.MAX_VALUE);
        do {
            var page = orders.ofTenant(tenant, after, 3);
            for (OrderSummary each : page.items()) {
                assertThat(each.orderId()).isLessThan(last);
                last = new OrderId(each.orderId().value());
                assertThat(seen.add(each.orderId().value())).isTrue();
                found.add(each.orderNo());
            }
            after = page.next();
        } while (after != null && seen.size() < 10_000);
        assertThat(found).containsAll(mine);
    }

    @ParameterizedTest
    @CsvSource({
        "06236,서울",
        "01000,서울",
        "12345,경기",
        "21999,인천",
        "24123,강원",
        "28500,충북",
        "30100,세종",
        "31000,충남",
        "34000,대전",
        "37000,경북",
        "41900,대구",
        "44500,울산",
        "48058,부산",
        "52000,경남",
        "54900,전북",
        "58000,전남",
        "61900,광주",
        "63122,제주",
        "23116,인천 도서",
        "23117,인천",
        "58762,전남 도서",
        "40221,경북 도서",
        "63001,제주 도서",
        "63002,제주",
        "00123,",
        "64000,",
        "99999,",
        "6236,",
        "135-080,",
        "０６２３６,"
    })
    void an_area_is_found_from_its_postcode(String postcode, String area) {
        assertThat(Area.ofPostcode(postcode).orElse(null)).isEqualTo(area);
    }
}
