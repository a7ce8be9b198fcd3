package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PRM-1: a mall promises by the quantile it chose, and by no other mall's. */
@ProductTest
class PromiseChoiceTests {

    private static final AtomicLong ORDERS = new AtomicLong(870_000_000);

    @Autowired
    private PromiseMaking making;

    @Autowired
    private Promises promises;

    @Autowired
    private Malls malls;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void PRM_1_what_is_chosen_holds_for_the_next_order_and_can_be_taken_back() {
        MallId tenant = malls.byCode("hangang").orElseThrow().tenantId();
        StaffMember lead = new StaffMember(1, tenant, "이팀장", Set.of(Role.LEAD));
        try {
            promises.choosePromisedQuantile(lead, 50);
            PromiseView daring = promised(tenant);
            assertThat(daring.promised().to()).isEqualTo(Seoul.endOf(day(daring, 50)));
            assertThat(promises.promisedQuantile(new MallId(tenant.value() + 1)))
                    .isEqualTo(PromisedDay.USUAL);
        } finally {
            promises.choosePromisedQuantile(lead, 90);
        }
        PromiseView usual = promised(tenant);
        assertThat(usual.promised().to())
                .isEqualTo(Seoul.endOf(Seoul.dateOf(usual.window().p90())));
        assertThat(promises.promiseChoices(tenant, 2))
                .extracting(PromiseChoice::quantile)
                .containsExactly(90, 50);
    }

    @Test
    void a_choice_out_of_bounds_is_refused_and_none_is_ever_changed() {
        StaffMember lead = new StaffMember(1, new MallId(9_200_001), "이팀장", Set.of(Role.LEAD));
        assertThat(promises.choosePromisedQuantile(lead, 99)).isFalse();
        assertThat(promises.choosePromisedQuantile(lead, 80)).isTrue();
        String change = "update promise.promise_choice set quantile = 70 where tenant_id = 9200001";
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> TestDatabase.asSuperuser(jdbc).sql(change).update())
                .hasMessageContaining("choosing again");
    }

    private java.time.LocalDate day(PromiseView promise, int quantile) {
        return promises.chances(promise, clock.instant()).promised(quantile);
    }

    private PromiseView promised(MallId tenant) {
        OrderId order = new OrderId(ORDERS.incrementAndGet());
        making.make(List.of(new PlacedOrder(
                order,
                tenant,
                "PC-" + order,
                new PersonId(order.value()),
                order.value(),
                clock.instant(),
                "인천",
                "서울",
                new CarrierId("kr.hanjin"),
                20_000,
                1,
                null)));
        return promises.ofOrders(List.of(order)).get(order).getFirst();
    }
}
