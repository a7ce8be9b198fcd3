package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.ModuleTest;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.webhooks.Webhooks;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A customer is answered without console, portal and webhooks. */
@ModuleTest
class CareAloneTests {

    private final ApplicationContext house;
    private final Cases cases;

    CareAloneTests(ApplicationContext house, Cases cases) {
        this.house = house;
        this.cases = cases;
    }

    @Test
    void a_message_opens_a_case_and_no_module_above_is_there() {
        CaseReceipt written = CaseCast.taken(cases.write(
                new CustomerMessage(new MallId(1), new PersonId(7), null, CaseChannel.PORTAL, "쿠폰이 안 돼요", "alone")));
        assertThat(written.opened()).isTrue();
        assertThat(cases.conversation(written.caseId(), null, 30).items()).hasSize(2);
        assertThat(house.getBeansOfType(Webhooks.class)).isEmpty();
    }
}
