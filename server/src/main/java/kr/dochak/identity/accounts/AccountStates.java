package kr.dochak.identity.accounts;

import java.time.Instant;
import kr.dochak.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How accounts stop and go on. */
@Repository
class AccountStates {

    private final JdbcClient jdbc;

    AccountStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has the account logs in no more; old records still name them. False when it is closed already. */
    boolean close(long id, Instant at) {
        return jdbc.sql("""
                update identity.staff set active = false, closed_at = :at, locked_at = null
                where id = :id and (active or locked_at is not null)
                """).param("id", id).param("at", Sql.at(at)).update() == 1;
    }

    boolean lock(long id, Instant at) {
        return jdbc.sql("update identity.staff set active = false, locked_at = :at where id = :id and active")
                        .param("id", id)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    boolean unlock(long id) {
        return jdbc.sql("""
                update identity.staff set active = true, locked_at = null
                where id = :id and not active and locked_at is not null
                """).param("id", id).update() == 1;
    }
}
