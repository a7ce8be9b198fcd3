package kr.dochak.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.erasure.LegalRecord;
import kr.dochak.identity.erasure.PersonTraces;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders of somebody who leaves: the contract is kept by law and apart, the order stays as a fact about nobody (IDN-3). */
@Component
class OrderTraces implements PersonTraces {

    private final JdbcClient jdbc;
    private final OrderQuery orders;
    private final People people;

    OrderTraces(JdbcClient jdbc, OrderQuery orders, People people) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.people = people;
    }

    @Override
    public String module() {
        return "orders";
    }

    private List<OrderDetail> of(PersonId person) {
        return orders.details(jdbc.sql("select id from orders.customer_order where person_id = :person order by id")
                .param("person", person.value())
                .query((row, n) -> new OrderId(row.getLong(1)))
                .list());
    }

    @Override
    public List<LegalRecord> keptByLaw(PersonId person) {
        List<OrderDetail> all = of(person);
        Map<Long, Recipient> recipients = recipients(all);
        PersonalData buyer = people.open(List.of(person)).get(person);
        return all.stream()
                .map(order -> new LegalRecord(
                        LegalRecord.Reason.CONTRACT,
                        order.summary().orderNo(),
                        order.summary().orderedAt(),
                        contract(order, buyer, recipients)))
                .toList();
    }

    private Map<Long, Recipient> recipients(List<OrderDetail> all) {
        return people.openRecipients(
                all.stream().map(order -> order.summary().recipientId()).toList());
    }

    private static Map<String, Object> contract(
            OrderDetail order, @Nullable PersonalData buyer, Map<Long, Recipient> recipients) {
        Map<String, Object> contract = new LinkedHashMap<>();
        if (buyer != null) {
            contract.put("buyer", listed("name", buyer.name(), "phone", buyer.phone(), "email", buyer.email()));
        }
        contract.putAll(described(order, recipients));
        return contract;
    }

    private static Map<String, Object> described(OrderDetail order, Map<Long, Recipient> recipients) {
        OrderSummary summary = order.summary();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("orderNo", summary.orderNo());
        described.put("orderedAt", summary.orderedAt().toString());
        described.put("status", summary.status().name());
        described.put(
                "items",
                order.lines().stream()
                        .map(line -> Map.<String, Object>of(
                                "name", line.name(), "quantity", line.quantity(), "unitPrice", line.unitPrice()))
                        .toList());
        described.put("total", order.amounts().total());
        described.put("shipping", order.amounts().shipping());
        described.put("discount", order.amounts().discount());
        Optional.ofNullable(recipients.get(summary.recipientId()))
                .ifPresent(to -> described.put(
                        "recipient",
                        listed(
                                "name", to.name(),
                                "phone", to.phone(),
                                "postcode", to.postcode(),
                                "address1", to.address1(),
                                "address2", to.address2())));
        return described;
    }

    private static Map<String, Object> listed(@Nullable String... namesAndValues) {
        Map<String, Object> listed = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            listed.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return listed;
    }

    @Override
    public int forget(PersonId person) {
        Long[] ids = Sql.ids(of(person), order -> order.summary().orderId());
        jdbc.sql("""
                delete from orders.idempotency i using orders.customer_order o
                where o.id = any(:ids) and i.tenant_id = o.tenant_id and i.order_no = o.order_no
                """).param("ids", ids).update();
        jdbc.sql("""
                delete from orders.import_error e using orders.customer_order o, orders.import_run r
                where o.id = any(:ids) and e.run_id = r.id and r.tenant_id = o.tenant_id and e.order_no = o.order_no
                """).param("ids", ids).update();
        jdbc.sql("update orders.revision set why = '' where order_id = any(:ids) and why <> ''")
                .param("ids", ids)
                .update();
        return jdbc.sql("""
                update orders.customer_order
                set request_note = '', mall_note = null, content_hash = '',
                    note = null, note_mark = :none, note_person = null, mall_note_mark = null,
                    cancel_reason = case when cancel_reason is null then null else '' end
                where id = any(:ids)
                """).param("ids", ids).param("none", OrderNotes.NONE).update();
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        List<OrderDetail> all = of(person);
        Map<Long, Recipient> recipients = recipients(all);
        return Map.of(
                "orders",
                all.stream()
                        .map(order -> {
                            Map<String, Object> described = described(order, recipients);
                            described.put("request", order.summary().request().note());
                            return described;
                        })
                        .toList());
    }
}
