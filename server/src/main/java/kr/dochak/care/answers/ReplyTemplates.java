package kr.dochak.care.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The approved answers of a mall; one without its own for a type uses those of tenant 0. */
@Repository
public class ReplyTemplates {

    private final JdbcClient jdbc;
    private final Orders orders;

    ReplyTemplates(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    public List<ReplyTemplate> of(MallId tenantId, CaseType type) {
        return jdbc.sql("""
                        select id, title, empathy, responsibility, next_step from care.reply_template
                        where type = :type and active and tenant_id = (
                            select max(own.tenant_id) from care.reply_template own
                            where own.type = :type and own.active and own.tenant_id in (0, :tenant))
                        order by sort, id
                        """)
                .param("tenant", tenantId.value())
                .param("type", type.name())
                .query((row, n) -> new ReplyTemplate(
                        row.getLong("id"),
                        type,
                        row.getString("title"),
                        row.getString("empathy"),
                        row.getString("responsibility"),
                        row.getString("next_step")))
                .list();
    }

    public List<SuggestedReply> filledFor(SupportCase open) {
        Map<String, String> facts = facts(open);
        return of(open.tenantId(), open.type()).stream()
                .map(template -> template.filledWith(facts))
                .toList();
    }

    private Map<String, String> facts(SupportCase open) {
        Map<String, String> facts = new HashMap<>();
        facts.put("caseNo", open.caseNo());
        facts.put("replyBy", CaseWords.time(open.solveDueAt()));
        if (open.orderId() != null) {
            orders.find(open.orderId()).ifPresent(order -> {
                facts.put("orderNo", order.orderNo());
                facts.put("items", order.title());
                facts.put("total", new Won(order.totalWon()).text());
            });
        }
        return facts;
    }
}
