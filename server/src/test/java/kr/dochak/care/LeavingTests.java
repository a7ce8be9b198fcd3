package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.identity.OpenWork;
import kr.dochak.shared.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-1, CAR-5: what somebody who leaves had in hand stands in the queue again, and the record says so. */
@ProductTest
class LeavingTests {

    @Autowired
    private Cases cases;

    @Autowired
    private ObjectProvider<OpenWork> work;

    @Autowired
    private JdbcClient jdbc;

    private final CaseCast cast = new CaseCast();

    private CaseId opened() {
        return CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "언제 와요?")))
                .caseId();
    }

    private void task(long owner, String state) {
        jdbc.sql("""
                insert into care.task (kind, subject, tenant_id, person_id, order_id, owner_id, owner_name, opened_at, due_at,
                    ended_at, outcome)
                values ('CALL', :subject, :tenant, 1, 1, :owner, '김하늘', now(), now(),
                    case when :state = 'DONE' then now() end, nullif(:state, 'OPEN'))
                """)
                .param("subject", CaseCast.key())
                .param("tenant", cast.tenant.value())
                .param("owner", owner)
                .param("state", state)
                .update();
    }

    private List<OpenWork.Piece> inHand() {
        return work.orderedStream()
                .flatMap(each -> each.of(cast.haneul).stream())
                .toList();
    }

    @Test
    void IDN_1_open_cases_and_tasks_of_who_leaves_go_back_to_the_queue_and_others_stay_where_they_are() {
        CaseId open = opened();
        CaseId solved = opened();
        CaseId others = opened();
        cases.take(open, cast.haneul);
        cases.take(solved, cast.haneul);
        cases.solve(solved, cast.haneul, "");
        cases.take(others, cast.bada);
        task(cast.haneul.id(), "OPEN");
        task(cast.haneul.id(), "DONE");
        task(cast.bada.id(), "OPEN");
        assertThat(inHand()).extracting(OpenWork.Piece::kind).containsExactly("CASE", "CALL");

        List<OpenWork.Piece> back = work.orderedStream()
                .flatMap(each -> each.giveBack(cast.haneul, cast.lead).stream())
                .toList();

        assertThat(back).extracting(OpenWork.Piece::kind).containsExactly("CASE", "CALL");
        assertThat(back.getFirst().name())
                .isEqualTo(cases.find(open).orElseThrow().caseNo());
        assertThat(inHand()).isEmpty();
        assertThat(cases.find(open).orElseThrow().owner()).isNull();
        assertThat(cases.history(open).getLast()).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CaseEvent.Kind.ASSIGNED);
            assertThat(event.staffId()).isEqualTo(cast.lead.id());
        });
        assertThat(cases.find(solved).orElseThrow().owner()).isEqualTo(new CaseOwner(cast.haneul.id(), "김하늘"));
        assertThat(cases.find(others).orElseThrow().owner()).isEqualTo(new CaseOwner(cast.bada.id(), "이바다"));
    }
}
