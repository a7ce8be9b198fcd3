package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import kr.dochak.ProductTest;
import kr.dochak.api.JsonParts;
import kr.dochak.shared.ReaderWords;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.ScanIntake;
import kr.dochak.tracking.ScanReceipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** What a request hears when a log stands in front: taken, and nothing that nobody knows yet. */
@ProductTest
class LoggedAnswerTests {

    @Autowired
    ScanTally tally;

    @Autowired
    WorldClock clock;

    @Autowired
    JsonParts parts;

    @Autowired
    JsonMapper json;

    @Autowired
    ReaderWords reader;

    @Test
    void TRK_2_scans_in_the_log_are_answered_with_202() {
        ScanIntake logging = scans -> CompletableFuture.completedFuture(ScanReceipt.logged(scans.size()));
        String scan = """
                {"carrier":"kr.hanjin","trackingNumber":"%s","occurredAt":"2026-11-23T08:50:00+09:00","status":"PICKED_UP"}""";

        ResponseEntity<Object> answer = new ScanTaking(logging, clock, parts, tally, reader)
                .take(
                        json.readTree("[" + scan.formatted("41234567") + "," + scan.formatted("?") + "]"),
                        new Reporter(0, null),
                        null);

        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(json.valueToTree(answer.getBody()).propertyNames()).containsExactly("accepted", "rejected");
        assertThat(((ScanTaking.LoggedAnswer) answer.getBody()).accepted()).isEqualTo(1);
        assertThat(((ScanTaking.LoggedAnswer) answer.getBody()).rejected()).hasSize(1);
    }
}
