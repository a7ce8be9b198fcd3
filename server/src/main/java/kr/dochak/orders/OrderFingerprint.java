package kr.dochak.orders;

import java.util.Arrays;
import java.util.List;
import kr.dochak.database.Conversion;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hash;
import kr.dochak.shared.Hmac;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether an order or a request came again unchanged: a digest over everything it says, under a key, since names, phones
 * and addresses are in it and a plain digest confirms guesses.
 */
@Component
@Order(3)
class OrderFingerprint implements Conversion {

    /** Leads every print, so that one without a key, which was a byte shorter, can be told apart. */
    private static final byte KEYED = 1;

    private static final int BATCH = 2_000;

    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final Hmac key;

    OrderFingerprint(JsonMapper json, JdbcClient jdbc, MasterKey master) {
        this.json = json;
        this.jdbc = jdbc;
        this.key = new Hmac(master.derive("orders/fingerprint"));
    }

    byte[] of(OrderDraft draft) {
        return keyed(Hash.of(json.writeValueAsBytes(draft)));
    }

    byte[] of(OrderRequest request) {
        return keyed(Hash.of(json.writeValueAsBytes(request)));
    }

    /** Whether it says what is known; of somebody who was erased nothing is, and nothing an old file says brings them back. */
    boolean matches(OrderDraft draft, byte[] known) {
        return known.length == 0 || Arrays.equals(of(draft), known);
    }

    private byte[] keyed(byte[] plain) {
        byte[] hash = key.of(plain);
        byte[] print = new byte[hash.length + 1];
        print[0] = KEYED;
        System.arraycopy(hash, 0, print, 1, hash.length);
        return print;
    }

    @Override
    public String table() {
        return "orders.customer_order";
    }

    private record Before(long id, byte[] print) {}

    @Override
    public void vacuum() {
        jdbc.sql("vacuum orders.customer_order").update();
    }

    @Override
    public int batch() {
        return ofOrders() + ofRequests();
    }

    private int ofOrders() {
        List<Before> rows = jdbc.sql("""
                select id, content_hash from orders.customer_order where length(content_hash) = 32
                order by id limit :limit for update
                """)
                .param("limit", BATCH)
                .query((row, n) -> new Before(row.getLong("id"), row.getBytes("content_hash")))
                .list();
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update orders.customer_order o set content_hash = u.print
                from unnest(:ids::bigint[], :prints::bytea[]) as u (id, print)
                where o.id = u.id
                """)
                        .param("ids", rows.stream().map(Before::id).toArray(Long[]::new))
                        .param(
                                "prints",
                                rows.stream().map(row -> keyed(row.print())).toArray(byte[][]::new))
                        .update();
    }

    private int ofRequests() {
        record Key(long tenantId, String key, byte[] print) {}
        List<Key> rows = jdbc.sql("""
                select tenant_id, key, body_hash from orders.idempotency where length(body_hash) = 32
                limit :limit for update
                """)
                .param("limit", BATCH)
                .query((row, n) -> new Key(row.getLong("tenant_id"), row.getString("key"), row.getBytes("body_hash")))
                .list();
        return rows.isEmpty()
                ? 0
                : jdbc.sql("""
                update orders.idempotency i set body_hash = u.print
                from unnest(:tenants::bigint[], :keys::text[], :prints::bytea[]) as u (tenant_id, key, print)
                where i.tenant_id = u.tenant_id and i.key = u.key
                """)
                        .param("tenants", rows.stream().map(Key::tenantId).toArray(Long[]::new))
                        .param("keys", rows.stream().map(Key::key).toArray(String[]::new))
                        .param(
                                "prints",
                                rows.stream().map(row -> keyed(row.print())).toArray(byte[][]::new))
                        .update();
    }
}
