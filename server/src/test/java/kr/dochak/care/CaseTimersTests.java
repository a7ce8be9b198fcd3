package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.shared.CaseId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAR-4: every clock that runs out is noted, once. */
@ProductTest
class CaseTimersTests {

    private final Cases cases;
    private final CaseTimers timers;
    private final WorldClock clock;
    private final CaseCast cast = new CaseCast();

    @Autowired
    CaseTimersTests(Cases cases, CaseTimers timers, WorldClock clock) {
        this.cases = cases;
        this.timers = timers;
        this.clock = clock;
    }

    @Test
    void an_unanswered_case_becomes_overdue_then_goes_before_the_lead_then_is_unsolved_each_once() {
        CaseId caseId = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value());

        pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(ranOut(caseId)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(ranOut(caseId)).containsExactly(CaseEvent.Kind.FIRST_REPLY_OVERDUE);
        pass(Duration.ofHours(24));
        assertThat(ranOut(caseId)).containsExactly(CaseEvent.Kind.FIRST_REPLY_OVERDUE, CaseEvent.Kind.ESCALATED);
        assertThat(cases.find(caseId).orElseThrow().escalatedAt()).isEqualTo(clock.instant());
        pass(Duration.ofDays(5));
        pass(Duration.ofDays(5));
        assertThat(ranOut(caseId))
                .containsExactly(
                        CaseEvent.Kind.FIRST_REPLY_OVERDUE, CaseEvent.Kind.ESCALATED, CaseEvent.Kind.SOLVE_OVERDUE);
    }

    @Test
    void an_answer_in_time_stops_the_first_clock_and_a_new_message_starts_the_next() {
        CaseId caseId =
                new CaseId((CaseCast.taken(cases.write(cast.writes("손을 베였어요"))).caseId()).value());
        cases.answer(caseId, cast.haneul, "바로 전화드릴게요.", CaseCast.key());
        pass(Duration.ofHours(2));
        assertThat(ranOut(caseId)).isEmpty();

        CaseCast.taken(cases.write(cast.writes("전화가 안 와요")));
        CaseCast.taken(cases.write(cast.writes("여보세요")));
        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));
        assertThat(ranOut(caseId)).containsExactly(CaseEvent.Kind.NEXT_REPLY_OVERDUE);
    }

    @Test
    void a_solved_case_has_no_clock() {
        CaseId caseId = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value());
        cases.solve(caseId, cast.haneul, "전화로 안내");

        pass(Duration.ofDays(9));
        assertThat(ranOut(caseId)).isEmpty();
    }

    @Test
    void a_reopened_case_can_run_out_again() {
        CaseId caseId = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("소비자원에 신고할게요"))).caseId()).value());
        pass(Duration.ofHours(25));
        cases.solve(caseId, cast.haneul, "환불");
        cases.reopen(caseId, cast.lead, "환불이 안 됨");
        pass(Duration.ofHours(25));

        assertThat(ranOut(caseId))
                .containsExactlyInAnyOrder(
                        CaseEvent.Kind.FIRST_REPLY_OVERDUE,
                        CaseEvent.Kind.SOLVE_OVERDUE,
                        CaseEvent.Kind.ESCALATED,
                        CaseEvent.Kind.SOLVE_OVERDUE,
                        CaseEvent.Kind.ESCALATED);
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        while (timers.tick(clock.instant())) {}
        assertThat(timers.nextDue())
                .satisfiesAnyOf(
                        next -> assertThat(next).isNull(),
                        next -> assertThat(next).isAfter(clock.instant()));
    }

    private List<CaseEvent.Kind> ranOut(CaseId caseId) {
        return cases.history(caseId).stream()
                .map(CaseEvent::kind)
                .filter(kind -> kind.name().endsWith("OVERDUE") || kind == CaseEvent.Kind.ESCALATED)
                .toList();
    }
}
