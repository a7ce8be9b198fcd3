package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.carriers.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of codes nobody knew: somebody looks at them, or a table learns them (TRK-3). */
@Repository
class UnknownCodes {

    private record Row(long id, String source, CarrierId carrier, String code, String text) {

        boolean isKnownNow() {
            return Source.of(source)
                    .filter(known -> known.reader().knows(carrier, code, text))
                    .isPresent();
        }
    }

    private final JdbcClient jdbc;

    UnknownCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is no such code. Seen again, it stays with who of the mall saw it first. */
    boolean seen(MallId tenantId, long id, long staffId, Instant now) {
        jdbc.sql("""
                insert into tracking.unknown_code_seen (code_id, tenant_id, seen_at, seen_by)
                select id, :tenant, :now, :staff from tracking.unknown_code where id = :id
                on conflict do nothing
                """)
                .param("tenant", tenantId.value())
                .param("now", Sql.at(now))
                .param("staff", staffId)
                .param("id", id)
                .update();
        return jdbc.sql("select exists (select from tracking.unknown_code where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Takes {@link #seen} back. */
    boolean unseen(MallId tenantId, long id) {
        return jdbc.sql("delete from tracking.unknown_code_seen where code_id = :id and tenant_id = :tenant")
                        .param("id", id)
                        .param("tenant", tenantId.value())
                        .update()
                == 1;
    }

    /** Takes out what today's tables know; how many there were. */
    int forgetKnown() {
        List<Long> known = jdbc
                .sql("select id, source, carrier, code, text from tracking.unknown_code")
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("source"),
                        new CarrierId(row.getString("carrier")),
                        row.getString("code"),
                        row.getString("text")))
                .list()
                .stream()
                .filter(Row::isKnownNow)
                .map(Row::id)
                .toList();
        return known.isEmpty()
                ? 0
                : jdbc.sql("delete from tracking.unknown_code where id = any(:ids)")
                        .param("ids", known.toArray(Long[]::new))
                        .update();
    }
}
