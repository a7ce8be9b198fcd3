package kr.dochak.connections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was filled in, sealed as a whole. */
@Repository
class ConnectionRepository {

    private static final Logger log = LoggerFactory.getLogger(ConnectionRepository.class);
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;

    ConnectionRepository(JdbcClient jdbc, Secrets secrets, JsonMapper json) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
    }

    /** Moves with each change. */
    long version() {
        return jdbc.sql("select version from connections.version")
                .query(Long.class)
                .single();
    }

    /** The next version; until the transaction ends nobody else changes a connection. */
    void next() {
        jdbc.sql("update connections.version set version = version + 1").update();
    }

    /** The latest change of each connection. */
    List<ConnectionChange> latest() {
        return jdbc.sql("""
                select distinct on (connection) * from connections.change order by connection, id desc
                """).query((row, n) -> change(row)).list();
    }

    /** Those of one connection, the latest first. */
    List<ConnectionChange> of(String connection, long before, int most) {
        return jdbc.sql("""
                select * from connections.change
                where connection = :connection and id < :before
                order by id desc limit :most
                """)
                .param("connection", connection)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> change(row))
                .list();
    }

    /** Those of all connections since a moment, the oldest first. */
    List<ConnectionChange> since(Instant since) {
        return jdbc.sql("""
                select id, connection, null::bytea as sealed, staff_id, staff_name, at, reason from connections.change
                where at >= :since order by id limit 100
                """)
                .param("since", Sql.at(since))
                .query((row, n) -> change(row))
                .list();
    }

    Optional<ConnectionChange> last(String connection) {
        return of(connection, Long.MAX_VALUE, 1).stream().findFirst();
    }

    ConnectionChange add(ConnectionChange change, Map<String, String> values) {
        String text = json.writeValueAsString(values);
        return jdbc.sql("""
                insert into connections.change (connection, sealed, staff_id, staff_name, at, reason)
                values (:connection, :sealed, :staff, :name, :at, :reason)
                returning *
                """)
                .param("connection", change.connection())
                .param("sealed", secrets.seal(text, belongsTo(change.connection())))
                .param("staff", change.staffId())
                .param("name", change.staffName())
                .param("at", Sql.at(change.at()))
                .param("reason", change.reason())
                .query((row, n) -> change(row))
                .single();
    }

    /** Old keys are no use but to a thief: of a connection the last two changes are readable, one to go back to. */
    void forgetOld(String connection) {
        jdbc.sql("""
                update connections.change set sealed = null
                where connection = :connection and sealed is not null
                  and id < (select min(id) from (select id from connections.change where connection = :connection
                                                 order by id desc limit 2) kept)
                """).param("connection", connection).update();
    }

    private ConnectionChange change(ResultSet row) throws SQLException {
        String connection = row.getString("connection");
        byte[] sealed = row.getBytes("sealed");
        return new ConnectionChange(
                row.getLong("id"),
                connection,
                sealed == null ? null : opened(sealed, connection),
                row.getLong("staff_id"),
                row.getString("staff_name"),
                Sql.moment(row, "at"),
                row.getString("reason"));
    }

    /** A row that does not open counts for nothing: promises and messages go on by what the environment says. */
    private @Nullable Map<String, String> opened(byte[] sealed, String connection) {
        Optional<String> text = secrets.openOurs(Base64.getUrlEncoder().encodeToString(sealed), belongsTo(connection));
        if (text.isEmpty()) {
            log.error("what was filled in for the connection {} does not open; the environment counts", connection);
        }
        return text.map(each -> json.readValue(each, VALUES)).orElse(null);
    }

    private static String belongsTo(String connection) {
        return "connection/" + connection;
    }
}
