package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.care.answers.CaseWords;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseType;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAR-8: a lost or damaged parcel opens its case before the customer asks. */
@ProductTest
class LossWatchTests {

    private final Cases cases;
    private final LossWatch watch;
    private final Tracking tracking;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final CaseCast cast = new CaseCast();

    @Autowired
    LossWatchTests(Cases cases, LossWatch watch, Tracking tracking, WorldClock clock, JdbcClient jdbc) {
        this.cases = cases;
        this.watch = watch;
        this.tracking = tracking;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({"LOST, 분실된", "DAMAGED, 파손된"})
    void a_loss_opens_one_case_with_facts_choice_and_call(CaseType type, String word) {
        OrderId order = new OrderId(order(43_000));
        Instant now = carrierSays(order, ScanReason.valueOf(type.name()));
        look();

        assertThat(cases.ofOrder(order)).singleElement().satisfies(opened -> {
            assertThat(opened.type()).isEqualTo(type);
            assertThat(opened.urgency()).isEqualTo(Urgency.IMPORTANT);
            assertThat(opened.channel()).isEqualTo(CaseChannel.SYSTEM);
            assertThat(opened.personId()).isEqualTo(cast.jimin);
            assertThat(cases.conversation(opened.caseId(), null, 30).items())
                    .singleElement()
                    .satisfies(said -> assertThat(said.body())
                            .contains(word, "D-" + order, "무선 전기포트 외 1개", "43,000원", "옥천HUB", opened.caseNo())
                            .contains(CaseWords.time(now.plus(Duration.ofHours(24)))));
        });
    }

    @Test
    void the_same_moves_read_again_open_nothing_new() {
        OrderId order = new OrderId(order(43_000));
        carrierSays(order, ScanReason.LOST);
        look();
        cases.solve(cases.ofOrder(order).getFirst().caseId(), cast.haneul, "재발송");
        jdbc.sql("update care.feed_cursor set last_id = 0 where reader = 'losses'")
                .update();
        look();

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(cases.conversation(cases.ofOrder(order).getFirst().caseId(), null, 30)
                        .items())
                .hasSize(1);
    }

    @Test
    void CAR_1_a_loss_joins_the_case_in_which_the_customer_already_asked() {
        OrderId order = new OrderId(order(43_000));
        CaseReceipt asked = CaseCast.taken(cases.write(
                new CustomerMessage(cast.tenant, cast.jimin, order, CaseChannel.PORTAL, "언제 와요?", CaseCast.key())));
        carrierSays(order, ScanReason.LOST);
        look();

        assertThat(cases.ofOrder(order)).singleElement().satisfies(open -> {
            assertThat(open.caseId()).isEqualTo(asked.caseId());
            assertThat(open.type()).isEqualTo(CaseType.LOST);
            assertThat(open.urgency()).isEqualTo(Urgency.IMPORTANT);
        });
        assertThat(cases.conversation(asked.caseId(), null, 30).items()).hasSize(3);
    }

    @Test
    void CAR_4_an_order_of_high_value_is_important() {
        OrderId order = new OrderId(order(300_000));
        CaseReceipt written = CaseCast.taken(cases.write(
                new CustomerMessage(cast.tenant, cast.jimin, order, CaseChannel.LINK, "반품할게요", CaseCast.key())));

        assertThat(cases.find(written.caseId()).orElseThrow().urgency()).isEqualTo(Urgency.IMPORTANT);
        assertThat(cases.suggestedReplies(written.caseId()).getFirst().text()).contains("D-" + order, "무선 전기포트 외 1개");
    }

    private void look() {
        while (watch.tick(clock.instant())) {}
    }

    private Instant carrierSays(OrderId order, ScanReason reason) {
        Instant now = clock.instant();
        String number = "LW" + CaseCast.fresh();
        tracking.register(List.of(new RegisterShipment(
                cast.tenant,
                new CarrierId("CJ"),
                new TrackingNumber(number),
                List.of(new CarriedOrder(order, List.of())),
                now.minusSeconds(7200))));
        tracking.submit(List.of(new Scan(
                        cast.tenant.value(),
                        new CarrierId("CJ"),
                        new TrackingNumber(number),
                        ShipmentStatus.EXCEPTION,
                        reason,
                        now.minusSeconds(60),
                        "옥천HUB",
                        "",
                        null)))
                .join();
        return now;
    }

    /** An order as the orders module keeps it; its number carries its id. */
    private long order(long totalWon) {
        long order = jdbc.sql("""
                        insert into orders.customer_order (tenant_id, order_no, person_id, recipient_id, status, ordered_at,
                            confirmed_at, received_at, origin_area, destination_area, items_won, shipping_won,
                            discount_won, total_won, line_count, title, content_hash, source)
                        values (:tenant, :no, :person, 1, 'PAID', :at, :at, :at, '경기', '서울', :won, 0, 0, :won, 2,
                            '무선 전기포트 외 1개', '\\x00', 'test')
                        returning id
                        """)
                .param("tenant", cast.tenant.value())
                .param("no", "new-" + CaseCast.fresh())
                .param("person", cast.jimin.value())
                .param("won", totalWon)
                .param("at", Timestamp.from(clock.instant().minusSeconds(86_400)))
                .query(Long.class)
                .single();
        jdbc.sql("update orders.customer_order set order_no = 'D-' || id where id = :id")
                .param("id", order)
                .update();
        return order;
    }
}
