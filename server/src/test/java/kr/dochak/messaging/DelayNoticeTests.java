package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.compensation.CompensationFact.DelaysDecided;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.messaging.DelayNotices.DelayNotice.Decided;
import kr.dochak.messaging.DelayNotices.DelayNotice.Found;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** MSG-4: a delay is one notice from when it is found until it is decided. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DelayNoticeTests {

    private static final Instant FOUND = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant HOLD = FOUND.plusSeconds(5);
    private static final TimeWindow WINDOW = new TimeWindow(FOUND, FOUND.plusSeconds(3600));
    private static final Granted GRANT = new Granted(
            1,
            new PromiseId(7),
            new OrderId(8),
            new MallId(1),
            new PersonId(2),
            "late-6h",
            Kind.POINTS,
            5,
            new Won(2000),
            FOUND.plusSeconds(1),
            1L,
            null,
            DelayCause.HUB_BACKLOG);

    private static Delay delay(DelayCause cause, @Nullable String place) {
        return new Delay(
                new PromiseId(7),
                new OrderId(8),
                new MallId(1),
                new PersonId(2),
                new ShipmentId(9L),
                DelayKind.PREDICTED,
                cause,
                WINDOW,
                false,
                WINDOW,
                40_000,
                FOUND,
                FOUND,
                place,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_BACKLOG, DELAYED,         7",
        "STOCK,       DELAYED,         7",
        "LOST,        LOST_OR_DAMAGED, order:8",
        "DAMAGED,     LOST_OR_DAMAGED, order:8"
    })
    void MSG_1_found_and_decided_have_one_key(DelayCause cause, NoticeKind kind, String subject) {
        NewNotice found = new Found(delay(cause, null)).notice(HOLD);
        NewNotice decided = new Decided(delay(cause, null), List.of(GRANT)).notice(HOLD);

        assertThat(List.of(found, decided)).allSatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(kind);
            assertThat(notice.subject()).isEqualTo(subject);
        });
    }

    @Test
    void MSG_4_only_what_is_found_waits_and_only_what_is_decided_says_what_was_granted() {
        NewNotice found = new Found(delay(DelayCause.HUB_BACKLOG, "옥천HUB")).notice(HOLD);
        NewNotice decided = new Decided(delay(DelayCause.HUB_BACKLOG, "옥천HUB"), List.of(GRANT)).notice(HOLD);

        assertThat(found.holdUntil()).isEqualTo(HOLD);
        assertThat(found.decided()).isFalse();
        assertThat(found.facts().grantsOrNone()).isEmpty();
        assertThat(decided.holdUntil()).isNull();
        assertThat(decided.decided()).isTrue();
        assertThat(decided.facts().grantsOrNone()).containsExactly(GrantFact.of(GRANT));
        assertThat(decided.facts().place()).isEqualTo("옥천HUB");
    }

    @Test
    void a_fact_of_a_version_without_the_place_is_read() {
        JsonMapper json = JsonMapper.builder().build();
        DelaysDecided fact = json.readValue("""
                {"delays":[{"delay":{"promiseId":7,"orderId":8,"tenantId":1,"personId":2,"shipmentId":9,"kind":"PREDICTED",
                 "cause":"HUB_BACKLOG","promised":{"from":"2026-11-23T03:00:00Z","to":"2026-11-23T04:00:00Z"},"timed":false,
                 "expected":{"from":"2026-11-23T03:00:00Z","to":"2026-11-23T04:00:00Z"},"totalWon":40000,
                 "certainAt":"2026-11-23T03:00:00Z","foundAt":"2026-11-23T03:00:00Z"},"grants":[]}]}
                """, DelaysDecided.class);

        assertThat(fact.delays().getFirst().delay()).isEqualTo(delay(DelayCause.HUB_BACKLOG, null));
    }
}
