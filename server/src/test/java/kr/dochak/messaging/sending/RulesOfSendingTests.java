package kr.dochak.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryState;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.moves.MovedParcels;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.messaging.texts.SmsText;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-1 and MSG-5 as tables: routes, vendors' codes, what each verdict does, which moves are told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesOfSendingTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALIMTALK>SMS,EMAIL | ALIMTALK SMS EMAIL | 010-1234-5678     | a@b.kr | ALIMTALK(SMS) EMAIL()
            ALIMTALK>SMS,EMAIL | SMS EMAIL          | 010-1234-5678     | a@b.kr | SMS() EMAIL()
            ALIMTALK>SMS,EMAIL | ALIMTALK SMS EMAIL | 010-1234-5678     |        | ALIMTALK(SMS)
            ALIMTALK>SMS,EMAIL | ALIMTALK SMS EMAIL | +82 10-1234-5678  |        | ALIMTALK(SMS)
            ALIMTALK>SMS,EMAIL | ALIMTALK SMS EMAIL | 0502-1234-5678    | a@b.kr | EMAIL()
            ALIMTALK>SMS,EMAIL | ALIMTALK SMS EMAIL |                   |        | nothing
            EMAIL>ALIMTALK>SMS | ALIMTALK SMS EMAIL | 010-1234-5678     | a@b.kr | EMAIL(ALIMTALK>SMS)
            SMS,ALIMTALK>SMS   | ALIMTALK SMS EMAIL | 010-1234-5678     | a@b.kr | SMS() ALIMTALK()
            """)
    void MSG_1_routes_lead_only_where_they_can(
            String routes, String on, @Nullable String phone, @Nullable String email, String expected) {
        Set<ChannelName> channels = Arrays.stream(on.split(" "))
                .map(ChannelName::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChannelName.class)));

        String starts = ChannelRoutes.starts(parse(routes), channels, new ChannelRoutes.Contacts(phone, email)).stream()
                .map(start -> start.channel() + "("
                        + start.rest().stream().map(Enum::name).collect(Collectors.joining(">")) + ")")
                .collect(Collectors.joining(" "));

        assertThat(starts.isEmpty() ? "nothing" : starts).isEqualTo(expected);
    }

    private static List<List<ChannelName>> parse(String routes) {
        return Arrays.stream(routes.split(","))
                .map(route -> Arrays.stream(route.split(">"))
                        .map(ChannelName::valueOf)
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, DELIVERED",
        "3018, UNREACHABLE",
        "3019, UNREACHABLE",
        "3020, UNREACHABLE",
        "3008, UNREACHABLE",
        "3005, WAIT",
        "4000, WAIT",
        "9998, FAILED_FOR_NOW",
        "9999, FAILED_FOR_NOW",
        "1003, MISCONFIGURED",
        "3014, MISCONFIGURED",
        "3015, MISCONFIGURED",
        "3016, MISCONFIGURED",
        "3025, MISCONFIGURED",
        "3027, MISCONFIGURED",
        "3033, MISCONFIGURED",
        "3040, MISCONFIGURED"
    })
    void MSG_1_codes_of_the_alimtalk_vendor(String code, Verdict verdict) {
        assertThat(NhnResult.alimtalk(code)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ACCEPTED       | 1 | SMS | 0     | SENT      | 0  |
            WAIT           | 1 | SMS | 0     | SENT      | 0  |
            DELIVERED      | 1 | SMS | 0     | DELIVERED | 0  |
            UNREACHABLE    | 1 | SMS | 0     | FAILED    | 0  | next
            MISCONFIGURED  | 1 | SMS | 0     | FAILED    | 0  | next alarm
            NOT_SENT       | 1 | SMS | 60    | WAITING   | 2  |
            NOT_SENT       | 4 | SMS | 60    | WAITING   | 16 |
            NOT_SENT       | 9 | SMS | 599   | WAITING   | 60 |
            NOT_SENT       | 9 | SMS | 601   | FAILED    | 0  | next
            NOT_SENT       | 9 | -   | 80000 | WAITING   | 60 |
            NOT_SENT       | 9 | -   | 90000 | FAILED    | 0  | next
            UNKNOWN        | 3 | SMS | 601   | WAITING   | 8  |
            UNKNOWN        | 9 | SMS | 90000 | UNKNOWN   | 0  | alarm
            NEVER_KNOWN    | 3 | SMS | 601   | UNKNOWN   | 0  | alarm
            NOT_TAKEN      | 3 | SMS | 599   | WAITING   | 8  | key
            NOT_TAKEN      | 3 | SMS | 601   | FAILED    | 0  | next
            NOT_TAKEN      | 3 | -   | 601   | WAITING   | 8  | key
            FAILED_FOR_NOW | 1 | SMS | 5     | WAITING   | 2  | key
            FAILED_FOR_NOW | 5 | SMS | 5     | FAILED    | 0  | key next
            """)
    void MSG_1_what_a_verdict_does(
            Verdict verdict,
            int attempts,
            @Nullable String rest,
            int age,
            DeliveryState state,
            int pause,
            @Nullable String also) {
        List<ChannelName> left = rest == null ? List.of() : List.of(ChannelName.valueOf(rest));

        DeliveryChange change = DeliveryChange.of(verdict, attempts, left, NOW.minusSeconds(age), NOW);

        String said = also == null ? "" : also;
        assertThat(change.state()).isEqualTo(state);
        assertThat(Duration.between(NOW, change.nextAt())).hasSeconds(pause);
        assertThat(change.fallBack()).isEqualTo(said.contains("next"));
        assertThat(change.alarm()).isEqualTo(said.contains("alarm"));
        assertThat(change.newKey()).isEqualTo(said.contains("key") && state == DeliveryState.WAITING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            INFO_RECEIVED    | PICKED_UP            | -               | SHIPPED
            PENDING          | IN_TRANSIT           | -               | SHIPPED
            PICKED_UP        | IN_TRANSIT           | -               | -
            IN_TRANSIT       | IN_TRANSIT           | HUB_BACKLOG     | -
            IN_TRANSIT       | OUT_FOR_DELIVERY     | -               | OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY | DELIVERED            | -               | DELIVERED
            OUT_FOR_DELIVERY | ATTEMPT_FAIL         | RECIPIENT_ABSENT | ATTEMPT_FAILED
            IN_TRANSIT       | EXCEPTION            | LOST            | LOST_OR_DAMAGED
            IN_TRANSIT       | EXCEPTION            | CUSTOMS         | -
            EXCEPTION        | RETURNING            | -               | RETURNING
            RETURNING        | RETURNED             | -               | RETURNED
            IN_TRANSIT       | RETURNED             | -               | RETURNED
            IN_TRANSIT       | HELD                 | CUSTOMS         | -
            DELIVERED        | RETURNING            | REFUSED         | RETURNING
            DELIVERED        | OUT_FOR_DELIVERY     | -               | DELIVERY_CORRECTED
            DELIVERED        | EXCEPTION            | LOST            | DELIVERY_CORRECTED
            OUT_FOR_DELIVERY | AVAILABLE_FOR_PICKUP | -               | READY_FOR_PICKUP
            """)
    void MSG_4_which_moves_are_told(
            ShipmentStatus from, ShipmentStatus to, @Nullable ScanReason reason, @Nullable NoticeKind expected) {
        assertThat(MovedParcels.stage(move(1, from, to, reason)).orElse(null)).isEqualTo(expected);
    }

    @Test
    void MSG_5_moves_that_come_together_become_one_message() {
        List<Move> together = List.of(
                move(1, ShipmentStatus.INFO_RECEIVED, ShipmentStatus.PICKED_UP, null),
                move(2, ShipmentStatus.PICKED_UP, ShipmentStatus.OUT_FOR_DELIVERY, null),
                move(3, ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED, null));

        assertThat(MovedParcels.worthTelling(together)).extracting(Move::to).containsExactly(ShipmentStatus.DELIVERED);
    }

    private static Move move(long id, ShipmentStatus from, ShipmentStatus to, @Nullable ScanReason reason) {
        return new Move(id, new ShipmentId(7), new MallId(1), from, to, reason, "옥천HUB", NOW, NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc            | 3
            가나다         | 6
            뷁             | 2
            오후 2–6시     | 10
            감사해요😀     | 9
            """)
    void MSG_3_bytes_as_the_carriers_count(String text, int bytes) {
        assertThat(SmsText.bytes(SmsText.plain(text))).isEqualTo(bytes);
    }

    @Test
    void MSG_3_ninety_bytes_are_an_sms_and_one_more_is_not() {
        assertThat(SmsText.isShort("가".repeat(45))).isTrue();
        assertThat(SmsText.isShort("가".repeat(45) + "a")).isFalse();
        assertThat(SmsText.title("가".repeat(30))).isEqualTo("가".repeat(20));
    }
}
