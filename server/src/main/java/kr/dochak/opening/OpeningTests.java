package kr.dochak.opening;

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
        return found(OpeningLine.SENDER, mall, """
                select count(distinct channel) as found, max(arrived_at) as at
                from opening.sender_test where tenant_id = :mall and arrived_at is not null
                """);
    }

    /** How many deliveries of the months before are known. */
    LineState past(MallId mall) {
        return found(OpeningLine.PAST, mall, """
                select coalesce(sum(deliveries), 0) as found, max(taken_at) as at
                from opening.past_file where tenant_id = :mall and withdrawn_at is null
                """);
    }

    private LineState found(OpeningLine line, MallId mall, String sql) {
        return jdbc.sql(sql)
                .param("mall", mall.value())
                .query((row, n) ->
                        LineState.found(line, row.getLong("found") > 0, row.getLong("found"), Sql.instant(row, "at")))
                .single();
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
