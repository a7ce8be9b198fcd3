package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to the words of a customer. */
@ProductTest
class CaseIntakeTests {

    private final Cases cases;
    private final WorldClock clock;
    private final CaseCast cast = new CaseCast();

    @Autowired
    CaseIntakeTests(Cases cases, WorldClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Test
    void CAR_2_a_customer_is_told_the_number_and_the_time_of_an_answer_at_once() {
        CaseReceipt written = CaseCast.taken(cases.write(cast.writes("택배 언제 와요?")));

        assertThat(written.opened()).isTrue();
        assertThat(written.caseNo()).matches("C\\d{8}-\\d{4,}");
        assertThat(written.answerBy()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(cases.conversation(written.caseId(), null, 30).items())
                .extracting(CaseMessage::author)
                .containsExactly(CaseMessage.Author.CUSTOMER, CaseMessage.Author.SYSTEM);
        assertThat(cases.conversation(written.caseId(), null, 30)
                        .items()
                        .getLast()
                        .body())
                .contains(written.caseNo());
        assertThat(cases.find(written.caseId())).hasValueSatisfying(found -> {
            assertThat(found.type()).isEqualTo(CaseType.DELIVERY_DELAY);
            assertThat(found.urgency()).isEqualTo(Urgency.NORMAL);
            assertThat(found.subject()).isEqualTo("택배 언제 와요?");
        });
    }

    @Test
    void CAR_1_a_second_message_about_the_same_order_is_added_to_the_open_case() {
        CaseReceipt first = CaseCast.taken(cases.write(cast.writes("택배 언제 와요?")));
        CaseReceipt second = CaseCast.taken(cases.write(cast.writes("취소해 주세요")));

        assertThat(second.opened()).isFalse();
        assertThat(second.caseNo()).isEqualTo(first.caseNo());
        assertThat(cases.ofOrder(new OrderId(cast.order))).hasSize(1);
        assertThat(cases.conversation(first.caseId(), null, 30).items()).hasSize(3);
    }

    @Test
    void CAR_1_another_order_or_another_person_is_another_case() {
        CaseCast.taken(cases.write(cast.writes("택배 언제 와요?")));
        CaseReceipt otherOrder = CaseCast.taken(cases.write(new CustomerMessage(
                cast.tenant, cast.jimin, new OrderId(CaseCast.fresh()), CaseChannel.PORTAL, "언제 와요?", CaseCast.key())));
        CaseReceipt noOrder = CaseCast.taken(cases.write(
                new CustomerMessage(cast.tenant, cast.jimin, null, CaseChannel.PORTAL, "쿠폰이 안 돼요", CaseCast.key())));
        CaseReceipt noOrderAgain = CaseCast.taken(cases.write(
                new CustomerMessage(cast.tenant, cast.jimin, null, CaseChannel.PORTAL, "여보세요?", CaseCast.key())));

        assertThat(otherOrder.opened()).isTrue();
        assertThat(noOrder.opened()).isTrue();
        assertThat(noOrderAgain.caseId()).isEqualTo(noOrder.caseId());
        assertThat(cases.ofPerson(cast.jimin, null, 2).items()).hasSize(2);
        assertThat(cases.ofPerson(
                                cast.jimin, cases.ofPerson(cast.jimin, null, 2).next(), 2)
                        .items())
                .hasSize(1);
    }

    @Test
    void a_form_sent_twice_is_one_message_with_the_same_answer() {
        CustomerMessage message = cast.writes("반품할게요");
        CaseReceipt first = CaseCast.taken(cases.write(message));
        CaseReceipt again = CaseCast.taken(cases.write(message));

        assertThat(again).isEqualTo(first);
        assertThat(cases.conversation(first.caseId(), null, 30).items()).hasSize(2);
    }

    @RepeatedTest(5)
    void a_form_sent_eight_times_at_once_is_one_message() {
        CustomerMessage message = cast.writes("반품할게요");
        List<CaseReceipt> answers =
                atOnce(IntStream.range(0, 8).mapToObj(i -> message).toList());

        assertThat(answers)
                .extracting(CaseReceipt::caseId)
                .containsOnly(answers.getFirst().caseId());
        assertThat(cases.conversation(answers.getFirst().caseId(), null, 30).items())
                .hasSize(2);
    }

    @RepeatedTest(5)
    void CAR_1_eight_messages_at_once_about_one_order_are_one_case() {
        List<CaseReceipt> answers = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> cast.writes(i % 2 == 0 ? "언제 와요?" : "취소해 주세요 " + i))
                .toList());

        assertThat(cases.ofOrder(new OrderId(cast.order))).hasSize(1);
        assertThat(answers).filteredOn(CaseReceipt::opened).hasSize(1);
        assertThat(cases.conversation(answers.getFirst().caseId(), null, 30).items())
                .hasSize(9);
    }

    @Test
    void CAR_4_a_word_of_danger_in_a_later_message_makes_the_clock_run_faster() {
        CaseReceipt calm = CaseCast.taken(cases.write(cast.writes("컵이 깨져서 왔어요")));
        clock.advanceTo(clock.instant().plus(Duration.ofHours(2)));
        CaseReceipt danger = CaseCast.taken(cases.write(cast.writes("치우다가 손을 베였어요")));

        assertThat(calm.answerBy()).isEqualTo(clock.instant().plus(Duration.ofHours(22)));
        assertThat(danger.answerBy()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(cases.find(calm.caseId()).orElseThrow().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(cases.history(calm.caseId()))
                .extracting(CaseEvent::kind)
                .containsExactly(CaseEvent.Kind.OPENED, CaseEvent.Kind.RECLASSIFIED, CaseEvent.Kind.CUSTOMER_WROTE);
    }

    @Test
    void CAR_9_who_writes_again_within_a_week_of_the_solution_reopens_the_case() {
        CaseReceipt first = CaseCast.taken(cases.write(cast.writes("택배 언제 와요?")));
        cases.answer(first.caseId(), cast.haneul, "내일 도착해요.", CaseCast.key());
        cases.solve(first.caseId(), cast.haneul, "도착 안내");
        clock.advanceTo(clock.instant().plus(Duration.ofDays(3)));
        CaseReceipt again = CaseCast.taken(cases.write(cast.writes("아직도 안 왔어요")));

        assertThat(again.caseId()).isEqualTo(first.caseId());
        SupportCase reopened = cases.find(first.caseId()).orElseThrow();
        assertThat(reopened.status()).isEqualTo(CaseStatus.OPEN);
        assertThat(reopened.reopened()).isOne();
        assertThat(reopened.replyDueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(reopened.solveDueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));

        cases.solve(first.caseId(), cast.haneul, "도착");
        clock.advanceTo(clock.instant().plus(Duration.ofDays(8)));
        assertThat(CaseCast.taken(cases.write(cast.writes("교환할게요"))).opened()).isTrue();
    }

    @Test
    void a_text_that_is_blank_or_too_long_is_refused_with_the_way_out() {
        assertThat(cast.writes("  \n ").unfit()).contains(CustomerMessage.Unfit.EMPTY);
        assertThat(cast.writes("가".repeat(2_001)).unfit()).contains(CustomerMessage.Unfit.TOO_LONG);
        assertThat(new CustomerMessage(cast.tenant, cast.jimin, null, CaseChannel.PORTAL, "언제 와요?", " ").unfit())
                .contains(CustomerMessage.Unfit.NO_KEY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseCast.taken(cases.write(cast.writes("가".repeat(2_001)))));
        assertThat(cast.writes("가".repeat(2_000)).unfit()).isEmpty();
        assertThat(CaseCast.taken(cases.write(cast.writes("가".repeat(2_000)))).opened())
                .isTrue();
    }

    private List<CaseReceipt> atOnce(List<CustomerMessage> messages) {
        return CaseCast.atOnce(messages.stream()
                .<Supplier<CaseReceipt>>map(message -> () -> CaseCast.taken(cases.write(message)))
                .toList());
    }
}
