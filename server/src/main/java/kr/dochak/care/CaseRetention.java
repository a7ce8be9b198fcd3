package kr.dochak.care;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.time.Cadence;
import kr.dochak.time.Ticking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Destroys cases once the law no longer asks for them: complaints and their handling three years (EC-REC, CAR-10). */
@Component
class CaseRetention implements Ticking {

    private static final int MOST_AT_ONCE = 500;
    private static final Cadence CADENCE = Cadence.every(Duration.ofDays(1));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CareSettings settings;

    CaseRetention(JdbcClient jdbc, TransactionTemplate transaction, CareSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public Cadence cadence() {
        return CADENCE;
    }

    @Override
    public boolean tick(Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> destroy(now.minus(settings.keepSolved()))));
    }

    /**
     * Everything on a case was written before it was solved, so the triggers let go exactly what is older than the limit.
     */
    private boolean destroy(Instant solvedBefore) {
        Long[] cases = claim(solvedBefore).toArray(Long[]::new);
        if (cases.length == 0) {
            return false;
        }
        jdbc.sql("select set_config('care.retention_until', :until, true)")
                .param("until", solvedBefore.toString())
                .query()
                .singleRow();
        jdbc.sql("delete from care.original where case_id = any (:ids)")
                .param("ids", cases)
                .update();
        jdbc.sql("delete from care.case_message where case_id = any (:ids)")
                .param("ids", cases)
                .update();
        jdbc.sql("delete from care.case_event where case_id = any (:ids)")
                .param("ids", cases)
                .update();
        jdbc.sql("delete from care.task where case_id = any (:ids)")
                .param("ids", cases)
                .update();
        jdbc.sql("delete from care.support_case where id = any (:ids)")
                .param("ids", cases)
                .update();
        return cases.length == MOST_AT_ONCE;
    }

    private List<Long> claim(Instant solvedBefore) {
        return jdbc.sql("""
                        select id from care.support_case
                        where solved_at < :before
                        order by solved_at
                        limit :limit
                        for update skip locked
                        """)
                .param("before", Sql.at(solvedBefore))
                .param("limit", MOST_AT_ONCE)
                .query(Long.class)
                .list();
    }
}
