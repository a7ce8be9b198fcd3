package kr.dochak.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.identity.accounts.AdminRecovery.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-1: an administrator who is locked out gets back in on the machine itself, and nobody else does. */
@ProductTest
class AdminRecoveryTests {

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private long account(String email, String role) {
        long id = jdbc.sql("""
                insert into identity.staff (tenant_id, email, name, password, created_at, active, locked_at)
                values (1, :email, '잠긴 사람', 'lost', now(), false, now()) returning id
                """).param("email", email).query(Long.class).single();
        jdbc.sql(
                        "insert into identity.staff_role (staff_id, role_id) select :id, id from identity.role where shipped = :role")
                .param("id", id)
                .param("role", role)
                .update();
        return id;
    }

    private Outcome recover(String email) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Outcome outcome = new AdminRecovery(connection).recover(email, "encoded");
            connection.setAutoCommit(true);
            return outcome;
        }
    }

    @Test
    void IDN_1_the_account_opens_for_a_quarter_of_an_hour_and_the_log_has_a_row() throws Exception {
        String email = "locked-" + UUID.randomUUID() + "@example.com";
        long id = account(email, "ADMIN");

        assertThat(recover(email.toUpperCase(Locale.ROOT))).isEqualTo(new Outcome.Recovered(email));

        assertThat(jdbc.sql("""
                        select password = 'encoded' and must_change and active and locked_at is null
                           and one_time_until between now() + interval '14 minutes' and now() + interval '15 minutes'
                        from identity.staff where id = :id
                        """).param("id", id).query(Boolean.class).single()).isTrue();
        assertThat(TestDatabase.asSuperuser(jdbc)
                        .sql(
                                "select count(*) from identity.security_log where staff_id = :id and detail like 'recovered%'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void IDN_1_who_does_not_administer_is_not_recovered_and_several_are_to_choose_from() throws Exception {
        String agent = "agent-" + UUID.randomUUID() + "@example.com";
        long id = account(agent, "AGENT");
        account("first-" + UUID.randomUUID() + "@example.com", "ADMIN");
        account("second-" + UUID.randomUUID() + "@example.com", "PLATFORM");

        assertThat(recover(agent))
                .isInstanceOfSatisfying(
                        Outcome.Choose.class,
                        choose -> assertThat(choose.emails())
                                .hasSizeGreaterThanOrEqualTo(2)
                                .doesNotContain(agent));
        assertThat(jdbc.sql("select password from identity.staff where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("lost");
    }

    @Test
    void IDN_1_without_a_running_server_it_says_what_to_do(@TempDir Path empty) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int ended = new RecoveryCommand(new PrintStream(text, true, StandardCharsets.UTF_8))
                .run("recover-admin", "--data", empty.toString());
        assertThat(ended).isEqualTo(1);
        assertThat(text.toString(StandardCharsets.UTF_8)).contains("서버를 먼저 켜 주세요");
    }
}
