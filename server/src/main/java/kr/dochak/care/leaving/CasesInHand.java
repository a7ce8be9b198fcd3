package kr.dochak.care.leaving;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.care.CaseTopic;
import kr.dochak.care.record.CaseEvent;
import kr.dochak.care.record.CaseRecord;
import kr.dochak.care.record.CaseRows;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.OpenWork;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveTopics;
import kr.dochak.orders.OrderTopic;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open cases of one owner (CAR-5): without an owner they stand in the queue again, where their clocks put them. */
@Component
@Order(1)
class CasesInHand implements OpenWork {

    private final JdbcClient jdbc;
    private final CaseRecord record;
    private final LiveTopics topics;
    private final InstantSource clock;

    CasesInHand(JdbcClient jdbc, CaseRecord record, LiveTopics topics, InstantSource clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public List<Piece> of(StaffMember member) {
        return jdbc.sql("""
                        select * from care.support_case where owner_id = :owner and status <> 'SOLVED'
                        order by attention_at, id
                        """).param("owner", member.id()).query(CaseRows::supportCase).list().stream()
                .map(CasesInHand::piece)
                .toList();
    }

    @Override
    public List<Piece> giveBack(StaffMember leaver, StaffMember by) {
        List<SupportCase> back = jdbc.sql("""
                update care.support_case set owner_id = null, owner_name = null, version = version + 1
                where owner_id = :owner and status <> 'SOLVED'
                returning *
                """)
                .param("owner", leaver.id())
                .query(CaseRows::supportCase)
                .list();
        Set<String> changed = new LinkedHashSet<>();
        for (SupportCase each : back) {
            record.note(each.caseId(), CaseEvent.Kind.ASSIGNED, by.id(), leaver.name() + " → –", clock.instant());
            changed.add(CaseTopic.of(each.caseId()));
            if (each.orderId() != null) {
                changed.add(OrderTopic.of(each.orderId()));
            }
        }
        if (!back.isEmpty()) {
            changed.add(LiveTopics.BOARD);
            topics.touchAll(changed);
        }
        return back.stream().map(CasesInHand::piece).toList();
    }

    private static Piece piece(SupportCase each) {
        return new Piece("CASE", each.caseNo(), "/console/cases/" + each.caseId(), each.tenantId());
    }
}
