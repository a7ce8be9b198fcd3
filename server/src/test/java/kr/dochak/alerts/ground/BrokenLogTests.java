package kr.dochak.alerts.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.changes.ChainVerdict;
import kr.dochak.changes.ChangeChain;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ASR-5, MSG-7: staff are alerted from the look that finds the log broken until one that finds it whole. */
@ProductTest
class BrokenLogTests {

    @Autowired
    ChangeChain chain;

    @Autowired
    AlertKind brokenLogAlert;

    @Test
    void ASR_5_a_broken_log_stands_until_it_is_whole() {
        chain.keep(new ChainVerdict.Broken(12));
        assertThat(standing()).singleElement().extracting(AlertCause::subject).isEqualTo("#12");
        chain.keep(new ChainVerdict.Intact(11, 11, "0".repeat(64)));
        assertThat(standing()).isEmpty();
    }

    private List<AlertCause> standing() {
        return ((AlertKind.Look.Standing) brokenLogAlert.look()).standing(MallId.DEFAULT);
    }
}
