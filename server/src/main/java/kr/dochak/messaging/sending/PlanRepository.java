package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.messaging.NoticeRepository;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of notices that are held or still have to be planned for the outside. */
@Repository
class PlanRepository {

    private static final Duration NUMBER_COMES_WITHIN = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final NoticeRepository notices;

    PlanRepository(JdbcClient jdbc, NoticeRepository notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** Takes what is due out of the queue and releases what was held; a notice waits a little for its order's number. */
    List<NoticeRow> release(Instant now, int limit) {
        return jdbc.sql("""
                with due as (
                    select n.id, k.order_no from messaging.notice n
                    left join messaging.known_order k on k.order_id = n.order_id
                    where n.plan_at <= :now::timestamptz
                      and (n.order_id is null or k.order_no is not null or n.plan_at <= :noLongerWaiting)
                    order by n.plan_at limit :limit for update of n skip locked
                )
                update messaging.notice n
                set state = 'TOLD', told_at = coalesce(n.told_at, :now::timestamptz), plan_at = null
                from due where n.id = due.id
                returning n.*, due.order_no
                """)
                .param("now", Sql.at(now))
                .param("noLongerWaiting", Sql.at(now.minus(NUMBER_COMES_WITHIN)))
                .param("limit", limit)
                .query(notices::read)
                .list();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("select min(plan_at) from messaging.notice where plan_at is not null")
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, 1)))
                .single()
                .orElse(null);
    }

    Map<PersonId, Integer> sentInTheLastHour(Collection<PersonId> personIds, Instant now) {
        Map<PersonId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select person_id, count(*) as many from messaging.notice
                where person_id = any (:people::bigint[]) and sent_out and told_at > :since
                group by person_id
                """)
                .param("people", Sql.ids(personIds))
                .param("since", Sql.at(now.minus(Duration.ofHours(1))))
                .query((row, number) -> counts.put(new PersonId(row.getLong(1)), row.getInt(2)))
                .list();
        return counts;
    }

    /** Notices to which no way leads, or whose every way has failed. */
    void unreached(Collection<Long> noticeIds) {
        if (noticeIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update messaging.notice n set unreached = true
                where n.id = any (:ids::bigint[]) and not exists (
                    select from messaging.delivery d
                    where d.notice_id = n.id and d.state in ('WAITING', 'SENT', 'DELIVERED', 'UNKNOWN'))
                """).param("ids", noticeIds.toArray(Long[]::new)).update();
    }

    void sentOut(Collection<Long> noticeIds) {
        jdbc.sql("update messaging.notice set sent_out = true where id = any (:ids::bigint[])")
                .param("ids", noticeIds.toArray(Long[]::new))
                .update();
    }
}
