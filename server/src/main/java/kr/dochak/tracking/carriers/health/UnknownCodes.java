package kr.dochak.tracking.carriers.health;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.tracking.carriers.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of codes nobody knew: somebody looks at them, or a table learns them (TRK-3). */
@Repository
class UnknownCodes {

    private record Row(long id, String source, String carrier, String code, String text) {

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

    /** False when there is no such code. Seen again, it stays with who saw it first. */
    boolean seen(long id, long staffId, Instant now) {
        return jdbc.sql("""
                update tracking.unknown_code
                set seen_at = coalesce(seen_at, :now), seen_by = coalesce(seen_by, :staff) where id = :id
                """)
                        .param("now", Sql.at(now))
                        .param("staff", staffId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes {@link #seen} back. */
    boolean unseen(long id) {
        return jdbc.sql("update tracking.unknown_code set seen_at = null, seen_by = null where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes out what today's tables know; how many there were. */
    int forgetKnown() {
        List<Long> known = jdbc
                .sql("select id, source, carrier, code, text from tracking.unknown_code")
                .query(Row.class)
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
