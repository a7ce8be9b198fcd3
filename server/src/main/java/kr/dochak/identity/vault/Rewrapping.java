package kr.dochak.identity.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.database.OldBytes;
import kr.dochak.database.Sql;
import kr.dochak.shared.PersonId;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps the keys of all people under a new master key, by the batch and with a mark, so that what was killed goes on where it
 * stood. The key before is needed until the last one is wrapped; then it is retired, and the log says so.
 */
@Component
class Rewrapping implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MasterKey master;
    private final Vault vault;
    private final OldBytes bytes;
    private volatile boolean done;

    Rewrapping(JdbcClient jdbc, TransactionTemplate transaction, MasterKey master, Vault vault, OldBytes bytes) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.master = master;
        this.vault = vault;
        this.bytes = bytes;
        this.done = master.before().isEmpty();
    }

    @Override
    public Cadence cadence() {
        return Cadence.every(Duration.ofSeconds(10));
    }

    private record Wrapped(PersonId id, byte[] key) {}

    @Override
    public boolean tick(Instant now) {
        if (done) {
            return false;
        }
        boolean more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
        if (!more) {
            done = true;
            retire(now);
        }
        return more;
    }

    private boolean batch() {
        long mark = jdbc.sql("select wrapped_to from identity.master_key where version = :version for update")
                .param("version", master.version())
                .query(Long.class)
                .single();
        List<Wrapped> people = jdbc.sql("""
                select id, wrapped_key from identity.person
                where id > :mark and wrapped_key is not null order by id limit :most for update
                """)
                .param("mark", mark)
                .param("most", MOST_AT_ONCE)
                .query((row, n) -> new Wrapped(new PersonId(row.getLong("id")), row.getBytes("wrapped_key")))
                .list();
        if (people.isEmpty()) {
            return false;
        }
        List<byte[]> wrapped = new ArrayList<>();
        people.forEach(each -> wrapped.add(vault.rewrap(each.id(), each.key())));
        jdbc.sql("""
                update identity.person p set wrapped_key = w.key
                from unnest(:ids::bigint[], :keys::bytea[]) as w (id, key) where p.id = w.id
                """)
                .param("ids", Sql.ids(people, Wrapped::id))
                .param("keys", wrapped.toArray(byte[][]::new))
                .update();
        jdbc.sql("update identity.master_key set wrapped_to = :mark where version = :version")
                .param("mark", people.getLast().id().value())
                .param("version", master.version())
                .update();
        return true;
    }

    /** The old key opens nothing any more, and what it wrapped is written over. */
    private void retire(Instant now) {
        jdbc.sql("update identity.master_key set retired_at = :now where version < :version and retired_at is null")
                .param("now", Sql.at(now))
                .param("version", master.version())
                .update();
        bytes.destroy(List.of("identity.person"));
        log.warn(
                "Every person's key is wrapped under vault key {}. The one before is not needed any more: take it away.",
                master.version());
    }
}
