package kr.dochak.identity.accounts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The way back in for an administrator who has neither password nor second factor any more (IDN-1): who may read the files of
 * the database may do it, on the machine itself. It leaves a row in the security log.
 */
final class AdminRecovery {

    static final Duration OPEN = Duration.ofMinutes(15);

    private final Connection database;
    private final JdbcClient jdbc;

    AdminRecovery(Connection database) {
        this.database = database;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
    }

    private record Administrator(long id, String email) {}

    /** What came of it. */
    sealed interface Outcome {

        record Recovered(String email) implements Outcome {}

        /** Nobody was named, or nobody who administers. */
        record Choose(List<String> emails) implements Outcome {}
    }

    /** @param password the encoded one-time password */
    Outcome recover(@Nullable String email, String password) throws SQLException {
        List<Administrator> all = administrators();
        List<Administrator> meant = all.stream()
                .filter(each -> email == null || each.email().equals(email.toLowerCase(Locale.ROOT)))
                .toList();
        if (meant.size() != 1) {
            return new Outcome.Choose(all.stream().map(Administrator::email).toList());
        }
        database.setAutoCommit(false);
        open(meant.getFirst().id(), password);
        database.commit();
        return new Outcome.Recovered(meant.getFirst().email());
    }

    private List<Administrator> administrators() {
        return jdbc.sql("""
                select distinct s.id, s.email
                from identity.staff s
                join identity.staff_role h on h.staff_id = s.id
                join identity.role r on r.id = h.role_id
                where r.shipped in ('ADMIN', 'PLATFORM') and s.closed_at is null
                order by s.email
                """)
                .query((row, n) -> new Administrator(row.getLong("id"), row.getString("email")))
                .list();
    }

    private void open(long id, String password) {
        jdbc.sql("""
                update identity.staff
                set password = :password, must_change = true, one_time_until = now() + :open::interval, password_at = now(),
                    locked_at = null, active = true
                where id = :id
                """)
                .param("password", password)
                .param("open", OPEN.toString())
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.totp where staff_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.recovery_code where staff_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.passkey where staff_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.login_session where staff_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                insert into identity.security_log (at, kind, outcome, tenant_id, staff_id, address, detail)
                select now(), 'ACCOUNT', 'DONE', tenant_id, id, '', 'recovered on the machine itself'
                from identity.staff where id = :id
                """).param("id", id).update();
    }
}
