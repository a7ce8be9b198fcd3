package kr.dochak.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.ModuleTest;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Points need no more of the house than its ground floor. */
@ModuleTest
class BenefitsAloneTests {

    private final ApplicationContext house;
    private final Benefits benefits;
    private final WorldClock clock;

    BenefitsAloneTests(ApplicationContext house, Benefits benefits, WorldClock clock) {
        this.house = house;
        this.benefits = benefits;
        this.clock = clock;
    }

    @Test
    void points_are_given_once_and_no_module_above_is_there() {
        Warrant warrant = Warrant.of("늦은 배송 보상", "policy:1");
        PointGrant grant = new PointGrant(
                "test:alone", new MallId(1), new PersonId(7), new OrderId(9), new Won(1_000), warrant, clock.instant());
        benefits.grantPoints(List.of(grant, grant));
        assertThat(benefits.balanceOf(new PersonId(7))).isEqualTo(new Won(1_000));
        assertThat(house.getBeansOfType(Orders.class)).isEmpty();
    }
}
