package kr.dochak.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.ModuleTest;
import kr.dochak.messaging.Messages;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What is due when a promise breaks is known without messages, cases and pages. */
@ModuleTest
class CompensationAloneTests {

    private final ApplicationContext house;
    private final Compensations compensations;

    CompensationAloneTests(ApplicationContext house, Compensations compensations) {
        this.house = house;
        this.compensations = compensations;
    }

    @Test
    void a_mall_has_its_public_rules_and_no_module_above_is_there() {
        assertThat(compensations.rules(new MallId(1))).isNotEmpty();
        assertThat(compensations.ofOrder(new OrderId(1))).isEmpty();
        assertThat(house.getBeansOfType(Messages.class)).isEmpty();
    }
}
