package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.care.answers.ReplyTemplates;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseFigures;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff do with cases, alone and at the same time. */
@ProductTest
class CaseDeskTests {

    private final Cases cases;
    private final ReplyTemplates templates;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final CaseRetention retention;
    private final CaseCast cast = new CaseCast();

    @Autowired
    CaseDeskTests(Cases cases, ReplyTemplates templates, WorldClock clock, JdbcClient jdbc, CaseRetention retention) {
        this.cases = cases;
        this.templates = templates;
        this.clock = clock;
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Test
    void CAR_5_of_two_agents_who_take_a_case_at_once_one_gets_it_and_the_other_is_told_who() {
        for (int round = 0; round < 10; round++) {
            CaseId caseId = new CaseId((CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "언제 와요?")))
                            .caseId())
                    .value());
            List<CaseOutcome> outcomes = CaseCast.atOnce(
                    List.of(() -> cases.take(caseId, cast.haneul), () -> cases.take(caseId, cast.bada)));

            CaseOwner owner =
                    Objects.requireNonNull(cases.find(caseId).orElseThrow().owner());
            assertThat(outcomes).filteredOn(CaseOutcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes).contains(new CaseOutcome.AlreadyTaken(owner));
        }
    }

    @Test
    void CAR_5_anothers_case_is_answered_only_by_a_lead() {
        CaseId caseId = new CaseId(opened());
        cases.take(caseId, cast.haneul);

        assertThat(cases.answer(caseId, cast.bada, "제가 볼게요.", CaseCast.key()))
                .isEqualTo(new CaseOutcome.AlreadyTaken(new CaseOwner(cast.haneul.id(), "김하늘")));
        assertThat(cases.answer(caseId, cast.lead, "팀장이 답할게요.", CaseCast.key())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(cases.find(caseId).orElseThrow().owner()).isEqualTo(new CaseOwner(cast.haneul.id(), "김하늘"));
    }

    @Test
    void an_answer_sent_twice_is_one_answer_and_makes_its_writer_the_owner() {
        CaseId caseId = new CaseId(opened());
        String key = CaseCast.key();
        SupportCase answered = CaseCast.done(cases.answer(caseId, cast.haneul, "내일 도착해요.", key));
        cases.answer(caseId, cast.haneul, "내일 도착해요.", key);

        assertThat(answered.status()).isEqualTo(CaseStatus.WAITING_CUSTOMER);
        assertThat(answered.firstRepliedAt()).isEqualTo(clock.instant());
        assertThat(answered.owner()).isEqualTo(new CaseOwner(cast.haneul.id(), "김하늘"));
        assertThat(cases.conversation(caseId, null, 30).items())
                .filteredOn(said -> said.author() == CaseMessage.Author.AGENT)
                .hasSize(1);
    }

    @Test
    void CAR_5_a_hand_over_counts_only_when_the_owner_is_still_the_one_that_was_seen() {
        CaseId caseId = new CaseId(opened());
        CaseOwner bada = new CaseOwner(cast.bada.id(), cast.bada.name());
        cases.take(caseId, cast.haneul);

        assertThat(cases.assign(caseId, cast.lead, bada, null)).isInstanceOf(CaseOutcome.AlreadyTaken.class);
        assertThat(CaseCast.done(cases.assign(caseId, cast.lead, bada, cast.haneul.id()))
                        .owner())
                .isEqualTo(bada);
    }

    @Test
    void a_solved_case_refuses_work_until_it_is_reopened() {
        CaseId caseId = new CaseId(opened());
        cases.solve(caseId, cast.haneul, "안내 완료");

        assertThat(cases.answer(caseId, cast.haneul, "추가로", CaseCast.key()))
                .isEqualTo(new CaseOutcome.AlreadySolved(clock.instant()));
        assertThat(cases.take(caseId, cast.bada)).isInstanceOf(CaseOutcome.AlreadySolved.class);
        assertThat(CaseCast.done(cases.reopen(caseId, cast.lead, "고객 전화")).status())
                .isEqualTo(CaseStatus.OPEN);
        assertThat(cases.reopen(caseId, cast.lead, "또")).isInstanceOf(CaseOutcome.NotSolved.class);
    }

    @Test
    void CAR_1_a_case_is_not_reopened_beside_a_newer_one_about_the_same() {
        CaseId old = new CaseId(opened());
        cases.solve(old, cast.haneul, "안내 완료");
        clock.advanceTo(clock.instant().plus(Duration.ofDays(8)));
        CaseReceipt newer = CaseCast.taken(cases.write(cast.writes("택배 언제 와요?")));

        assertThat(newer.caseId()).isNotEqualTo(old);
        assertThat(cases.reopen(old, cast.lead, "고객 전화")).isEqualTo(new CaseOutcome.OtherCaseOpen(newer.caseNo()));
    }

    @Test
    void CAR_4_another_urgency_moves_the_clocks_from_where_they_started() {
        CaseId caseId = new CaseId(opened());
        SupportCase before = cases.find(caseId).orElseThrow();
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(30)));
        SupportCase after = CaseCast.done(cases.reclassify(caseId, cast.haneul, CaseType.LOST, Urgency.HIGH));

        assertThat(after.type()).isEqualTo(CaseType.LOST);
        assertThat(after.firstReplyDueAt()).isEqualTo(before.openedAt().plus(Duration.ofHours(1)));
        assertThat(after.solveDueAt()).isEqualTo(before.openedAt().plus(Duration.ofHours(24)));
    }

    @Test
    void a_case_of_another_mall_does_not_exist() {
        CaseId caseId = new CaseId(opened());
        StaffMember stranger =
                new StaffMember(CaseCast.fresh(), new MallId(CaseCast.fresh()), "남", Set.of(StaffMember.Role.ADMIN));

        assertThat(cases.take(caseId, stranger)).isEqualTo(new CaseOutcome.Unknown());
        assertThat(cases.reopen(caseId, stranger, "남")).isEqualTo(new CaseOutcome.Unknown());
        assertThat(cases.answer(caseId, cast.haneul, " ", CaseCast.key())).isEqualTo(new CaseOutcome.BadLength(4_000));
        assertThat(cases.find(caseId).orElseThrow().owner()).isNull();
    }

    @Test
    void the_queue_shows_the_most_pressing_first_page_by_page() {
        CaseReceipt calm = CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "언제 와요?")));
        CaseReceipt danger = CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "손을 베였어요")));
        CaseReceipt coupon = CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "쿠폰이 안 돼요")));
        cases.take(coupon.caseId(), cast.bada);
        CaseFilter all = CaseFilter.unsolved(cast.tenant);

        Keyset<SupportCase> first = cases.queue(all, null, 2);
        Keyset<SupportCase> second = cases.queue(all, first.next(), 2);
        assertThat(ids(first)).containsExactly(danger.caseId(), calm.caseId());
        assertThat(ids(second)).containsExactly(coupon.caseId());
        assertThat(second.next()).isNull();
        assertThat(ids(cases.queue(all.ofOwner(cast.bada.id()), null, 9))).containsExactly(coupon.caseId());
        assertThat(ids(cases.queue(all.onlyUnassigned(), null, 9))).doesNotContain(coupon.caseId());
        assertThat(ids(cases.queue(all.numbered(calm.caseNo().toLowerCase()), null, 9)))
                .containsExactly(calm.caseId());
        assertThat(cases.figures(cast.tenant)).isEqualTo(new CaseFigures(3, 2, 0, 0, 0));

        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(cases.figures(cast.tenant)).isEqualTo(new CaseFigures(3, 2, 0, 0, 1));
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(cases.figures(cast.tenant)).isEqualTo(new CaseFigures(3, 2, 1, 0, 0));
        assertThat(ids(cases.queue(all.onlyOverdue(), null, 9))).containsExactly(danger.caseId());
        cases.take(danger.caseId(), cast.bada);
        cases.solve(calm.caseId(), cast.haneul, "안내");
        assertThat(ids(cases.queue(all.withStatus(CaseStatus.SOLVED), null, 9))).containsExactly(calm.caseId());
    }

    @Test
    void CAR_6_approved_answers_come_filled_with_what_is_known() {
        CaseReceipt written = CaseCast.taken(cases.write(cast.writes("쿠폰이 적용이 안 돼요")));

        assertThat(cases.suggestedReplies(written.caseId())).singleElement().satisfies(reply -> {
            assertThat(reply.complete()).isTrue();
            assertThat(reply.text()).contains("까지 이 대화로 알려 드릴게요").doesNotContain("{");
        });
        for (CaseType type : CaseType.values()) {
            assertThat(templates.of(cast.tenant, type)).isNotEmpty();
        }
    }

    @Test
    void CAR_10_what_was_said_and_done_cannot_be_changed() {
        long caseId = opened();

        for (String sql : List.of(
                "update care.case_message set body = 'x' where case_id = ?",
                "delete from care.case_message where case_id = ?",
                "update care.case_event set detail = 'x' where case_id = ?",
                "delete from care.case_event where case_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> TestDatabase.asSuperuser(jdbc)
                            .sql(sql)
                            .param(caseId)
                            .update())
                    .withMessageContaining("unalterable");
        }
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> TestDatabase.asSuperuser(jdbc)
                        .sql("truncate care.case_event")
                        .update())
                .withMessageContaining("unalterable");
    }

    @Test
    void EC_REC_a_case_is_kept_three_years_after_it_was_solved_and_then_destroyed() {
        CaseId caseId = new CaseId(opened());
        CaseId open = new CaseId((CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "언제 와요?")))
                        .caseId())
                .value());
        cases.solve(caseId, cast.haneul, "안내 완료");

        retention.tick(clock.instant().plus(Duration.ofDays(365 * 3)));
        assertThat(cases.find(caseId)).isPresent();
        while (retention.tick(clock.instant().plus(Duration.ofDays(365 * 3 + 3)))) {}
        assertThat(cases.find(caseId)).isEmpty();
        assertThat(cases.conversation(caseId, null, 30).items()).isEmpty();
        assertThat(cases.find(open)).isPresent();
    }

    private long opened() {
        return (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value();
    }

    private static List<CaseId> ids(Keyset<SupportCase> page) {
        return page.items().stream().map(SupportCase::caseId).toList();
    }
}
