package kr.dochak.identity.vault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.database.StartProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which master key of this database a given one is. A start with a key that it was not sealed with is refused, since half of the
 * data would be lost; a new key beside the one before it begins the change to the new one.
 */
final class MasterKeys {

    private static final String WORD = "dochak";
    private static final String ROOT = "root";
    private static final String LINKS = "links";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    MasterKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(
            int version,
            byte[] check,
            byte @Nullable [] root,
            @Nullable Instant retiredAt) {}

    /** The key as it is to be used; {@code before} is given while people's keys may still be wrapped under it. */
    MasterKey open(MasterKey given, @Nullable MasterKey before) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            add(1, given, null, null);
            return open(given, before);
        }
        Row newest = rows.getLast();
        if (opens(given, newest)) {
            return current(given, before, rows);
        }
        if (before == null || !opens(before, newest)) {
            throw new StartProblem(
                    "This database was sealed with another vault key.",
                    "Start with the key it was made with (DOCHAK_VAULT_KEY, or the file vault.key in the data folder).");
        }
        MasterKey old = current(before, null, rows);
        Sealing carry = carry(given);
        add(newest.version() + 1, given, carry.seal(old.root(), ROOT), carry.seal(old.derive("links"), LINKS));
        return open(given, before);
    }

    private MasterKey current(MasterKey given, @Nullable MasterKey before, List<Row> rows) {
        Row newest = rows.getLast();
        MasterKey older = null;
        if (rows.size() > 1 && rows.get(rows.size() - 2).retiredAt() == null) {
            Row last = rows.get(rows.size() - 2);
            if (before == null || !opens(before, last)) {
                throw new StartProblem(
                        "People's keys are still being wrapped under the new vault key.",
                        "Give the key before it too (DOCHAK_VAULT_KEY_BEFORE, or the second line of vault.key).");
            }
            older = before.as(last.version(), root(before, last), null, null);
        }
        return given.as(newest.version(), root(given, newest), older, olderLinks(given, newest.version()));
    }

    private static byte[] root(MasterKey key, Row row) {
        byte[] sealed = row.root();
        return sealed == null ? key.root() : carry(key).open(sealed, ROOT);
    }

    private static Sealing carry(MasterKey key) {
        return new Sealing(key.derive("vault/carry"));
    }

    private static boolean opens(MasterKey key, Row row) {
        try {
            new Sealing(key.derive("vault/check")).openText(row.check(), WORD);
            return true;
        } catch (Sealing.TamperedException _) {
            return false;
        }
    }

    private List<Row> rows() {
        return jdbc.sql("select version, check_word, root, retired_at from identity.master_key order by version")
                .query((row, n) -> new Row(
                        row.getInt("version"),
                        row.getBytes("check_word"),
                        row.getBytes("root"),
                        Sql.instant(row, "retired_at")))
                .list();
    }

    /** Another process that starts in the same moment may be first. */
    private void add(int version, MasterKey key, byte @Nullable [] root, byte @Nullable [] links) {
        jdbc.sql("""
                insert into identity.master_key (version, check_word, root, links_before, made_at)
                values (:version, :check, :root, :links, :at) on conflict do nothing
                """)
                .param("version", version)
                .param("check", new Sealing(key.derive("vault/check")).sealText(WORD, WORD))
                .param("root", root, java.sql.Types.BINARY)
                .param("links", links, java.sql.Types.BINARY)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** How links of the key before were signed; null where there was none. */
    private MasterKey.@Nullable OlderLinks olderLinks(MasterKey key, int version) {
        return jdbc.sql(
                        "select links_before, made_at from identity.master_key where version = :version and version > 1")
                .param("version", version)
                .query((row, n) -> new MasterKey.OlderLinks(
                        (byte) (version - 1),
                        carry(key).open(row.getBytes("links_before"), LINKS),
                        Sql.moment(row, "made_at")))
                .optional()
                .orElse(null);
    }
}
