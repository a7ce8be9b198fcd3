package kr.dochak.orders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import kr.dochak.database.Conversion;
import kr.dochak.database.Sql;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.identity.masking.FreeText.Personal;
import kr.dochak.identity.masking.PersonalPart;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.PersonalTexts;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Words for the driver, which open front doors: sealed under the customer's key, and known again by a keyed mark (IDN-2). Those
 * that an earlier version kept in the clear are brought over at the first start.
 */
@Component
@Order(2)
class OrderNotes implements Conversion {

    /** The mark of no words at all. */
    static final byte[] NONE = {0};

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final PersonalTexts texts;
    private final People people;
    private final Hmac marks;

    OrderNotes(JdbcClient jdbc, PersonalTexts texts, People people, MasterKey master) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.people = people;
        this.marks = new Hmac(master.derive("orders/notes"));
    }

    /** Words of a person about an order, in the clear. */
    record Clear(MallId tenantId, String orderNo, PersonId personId, String words) {}

    /** The same, sealed; {@code bytes} is null when there are no words. */
    record Sealed(byte @Nullable [] bytes, byte[] mark) {}

    /** An order whose words are still sealed. */
    record Closed(OrderSummary order, byte @Nullable [] note, long personId) {}

    byte[] mark(String words) {
        return words.isEmpty() ? NONE : marks.half(words);
    }

    List<Sealed> seal(List<Clear> notes) {
        List<PersonalTexts.Clear> written = notes.stream()
                .filter(note -> !note.words().isEmpty())
                .map(note -> new PersonalTexts.Clear(
                        note.personId(), belongsTo(note.tenantId(), note.orderNo()), note.words()))
                .toList();
        List<byte @Nullable []> sealed = written.isEmpty() ? List.of() : texts.seal(written);
        List<Sealed> result = new ArrayList<>(notes.size());
        int next = 0;
        for (Clear note : notes) {
            byte[] bytes = note.words().isEmpty() ? null : sealed.get(next++);
            result.add(new Sealed(bytes, bytes == null ? NONE : mark(note.words())));
        }
        return result;
    }

    /** The orders with their words; those of erased people have none. */
    List<OrderSummary> open(List<Closed> orders) {
        List<PersonalTexts.Sealed> sealed = orders.stream()
                .filter(each -> each.note() != null)
                .map(each -> new PersonalTexts.Sealed(
                        new PersonId(each.personId()),
                        belongsTo(each.order().tenantId(), each.order().orderNo()),
                        Objects.requireNonNull(each.note())))
                .toList();
        List<@Nullable String> opened = sealed.isEmpty() ? Collections.emptyList() : texts.open(sealed);
        List<OrderSummary> result = new ArrayList<>(orders.size());
        int next = 0;
        for (Closed each : orders) {
            String words = each.note() == null ? null : opened.get(next++);
            result.add(words == null ? each.order() : each.order().withNote(words));
        }
        return result;
    }

    /** Why an order was cancelled may name its customer. */
    String withoutPersons(OrderSummary order, String reason) {
        List<Personal> personal = new ArrayList<>();
        PersonalData person = people.open(List.of(order.personId())).get(order.personId());
        if (person != null) {
            personal.add(new Personal(PersonalPart.NAME, person.name()));
        }
        people.openRecipients(List.of(order.recipientId())).values().forEach(to -> {
            personal.add(new Personal(PersonalPart.NAME, to.name()));
            personal.add(new Personal(PersonalPart.ADDRESS, to.address1()));
            personal.add(new Personal(PersonalPart.ADDRESS, to.address2()));
        });
        return FreeText.of(reason, personal).masked();
    }

    private static String belongsTo(MallId tenantId, String orderNo) {
        return "order/" + tenantId + "/" + orderNo + "/note";
    }

    @Override
    public String table() {
        return "orders.customer_order";
    }

    private record Before(long id, Clear note, @Nullable String malls) {}

    @Override
    public void vacuum() {
        jdbc.sql("vacuum orders.customer_order").update();
    }

    @Override
    public int batch() {
        List<Before> rows = jdbc.sql("""
                select id, tenant_id, order_no, person_id, request_note, mall_note from orders.customer_order
                where request_note <> '' or mall_note is not null
                order by id limit :limit for update
                """)
                .param("limit", BATCH)
                .query((row, n) -> new Before(
                        row.getLong("id"),
                        new Clear(
                                new MallId(row.getLong("tenant_id")),
                                row.getString("order_no"),
                                new PersonId(row.getLong("person_id")),
                                row.getString("request_note")),
                        row.getString("mall_note")))
                .list();
        return rows.isEmpty() ? 0 : bringOver(rows);
    }

    private int bringOver(List<Before> rows) {
        List<Sealed> sealed = seal(rows.stream().map(Before::note).toList());
        return jdbc.sql("""
                update orders.customer_order o
                set note = u.note, note_mark = u.mark, note_person = case when u.note is not null then o.person_id end,
                    mall_note_mark = u.malls, request_note = '', mall_note = null
                from unnest(:ids::bigint[], :notes::bytea[], :marks::bytea[], :malls::bytea[]) as u (id, note, mark, malls)
                where o.id = u.id
                """)
                .param("ids", Sql.longs(rows, Before::id))
                .param("notes", sealed.stream().map(Sealed::bytes).toArray(byte[][]::new))
                .param("marks", sealed.stream().map(Sealed::mark).toArray(byte[][]::new))
                .param(
                        "malls",
                        rows.stream()
                                .map(row -> row.malls() == null ? null : mark(row.malls()))
                                .toArray(byte[][]::new))
                .update();
    }
}
