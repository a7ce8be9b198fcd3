package kr.dochak.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tests of the mall have shown so far. */
@Repository
class OpeningTests {

    private final JdbcClient jdbc;

    OpeningTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On how many channels a message to ourselves arrived. */
    LineState arrived(MallId mall) {
        return jdbc.sql("""
                select count(distinct channel) as found, max(arrived_at) as at
                from opening.sender_test where tenant_id = :mall and arrived_at is not null
                """)
                .param("mall", mall.value())
                .query((row, n) -> found(OpeningLine.SENDER, row))
                .single();
    }

    /** How many deliveries of the months before are known. */
    LineState past(MallId mall) {
        return jdbc.sql("""
                select coalesce(sum(deliveries), 0) as found, max(taken_at) as at
                from opening.past_file where tenant_id = :mall and withdrawn_at is null
                """)
                .param("mall", mall.value())
                .query((row, n) -> found(OpeningLine.PAST, row))
                .single();
    }

    private static LineState found(OpeningLine line, ResultSet row) throws SQLException {
        long found = row.getLong("found");
        return LineState.found(line, found > 0, found, Sql.instant(row, "at"));
    }

    /** When a test order last came to its end whole. */
    Optional<Instant> delivered(MallId mall) {
        return jdbc.sql("""
                select ended_at from opening.trial
                where tenant_id = :mall and ended_at is not null and broken is null
                order by id desc limit 1
                """)
                .param("mall", mall.value())
                .query((row, n) -> Sql.moment(row, "ended_at"))
                .optional();
    }
}
