package kr.dochak.identity.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.ArchiveSeal;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What law keeps of erased people, apart from everything else: a schema and a role of its own, a key of its own, a reason and
 * an end for each record. Nobody finds a person in it; it is opened by the number of an erasure.
 */
@Repository
class Archive {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ArchiveSeal seal;
    /** The stored form must not change with the settings of the API's JSON. */
    private final JsonMapper json = JsonMapper.builder().build();

    Archive(JdbcClient jdbc, ArchiveSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** A record that was kept, opened. */
    record Entry(LegalRecord.Reason reason, String ref, Instant until, Map<String, Object> content) {}

    /** Keeps what law asks for; what is over at {@code now} already is not kept. Answers how many. */
    int keep(MallId tenantId, long erasureId, List<LegalRecord> records, Instant now) {
        List<LegalRecord> still =
                records.stream().filter(each -> each.until().isAfter(now)).toList();
        still.forEach(each -> jdbc.sql("select archive.keep(:tenant, :erasure, :reason, :ref, :sealed, :until)")
                .param("tenant", tenantId.value())
                .param("erasure", erasureId)
                .param("reason", each.reason().name())
                .param("ref", each.ref())
                .param("sealed", seal.seal(json.writeValueAsString(each.content()), belongsTo(erasureId, each.ref())))
                .param("until", Sql.at(each.until()))
                .query()
                .singleRow());
        return still.size();
    }

    List<Entry> ofErasure(MallId tenantId, long erasureId) {
        return jdbc.sql("select reason, ref, sealed, until from archive.of_erasure(:tenant, :erasure)")
                .param("tenant", tenantId.value())
                .param("erasure", erasureId)
                .query((row, n) -> new Entry(
                        LegalRecord.Reason.valueOf(row.getString("reason")),
                        row.getString("ref"),
                        Sql.moment(row, "until"),
                        json.readValue(
                                seal.open(row.getBytes("sealed"), belongsTo(erasureId, row.getString("ref"))),
                                CONTENT)))
                .list();
    }

    int destroyEnded(Instant now) {
        return jdbc.sql("select archive.destroy_ended(:now)")
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    private static String belongsTo(long erasureId, String ref) {
        return erasureId + "/" + ref;
    }
}
