package kr.dochak.identity.vault;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.database.Conversion;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the malls' own ids of customers that an earlier version kept in the clear: in many malls they are mail addresses. */
@Component
@Order(1)
class ExternalIds implements Conversion {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Vault vault;

    ExternalIds(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(PersonId id, MallId tenantId, String externalId, byte[] wrappedKey) {}

    @Override
    public String table() {
        return "identity.person";
    }

    @Override
    public void vacuum() {
        jdbc.sql("vacuum identity.person").update();
    }

    @Override
    public int batch() {
        List<Row> rows = jdbc.sql("""
                select id, tenant_id, external_id, wrapped_key from identity.person
                where external_id is not null
                order by id limit :limit for update
                """)
                .param("limit", BATCH)
                .query((row, n) -> new Row(
                        new PersonId(row.getLong("id")),
                        new MallId(row.getLong("tenant_id")),
                        row.getString("external_id"),
                        row.getBytes("wrapped_key")))
                .list();
        if (rows.isEmpty()) {
            return 0;
        }
        List<byte[]> sealed = new ArrayList<>();
        List<byte[]> indexes = new ArrayList<>();
        for (Row row : rows) {
            sealed.add(vault.sealExternal(row.id(), row.wrappedKey(), row.externalId()));
            indexes.add(vault.externalIndex(row.tenantId(), row.externalId()));
        }
        return jdbc.sql("""
                update identity.person p set external = u.sealed, external_index = u.index, external_id = null
                from unnest(:ids::bigint[], :sealed::bytea[], :indexes::bytea[]) as u (id, sealed, index)
                where p.id = u.id
                """)
                .param("ids", Sql.ids(rows, Row::id))
                .param("sealed", sealed.toArray(byte[][]::new))
                .param("indexes", indexes.toArray(byte[][]::new))
                .update();
    }
}
