package kr.dochak.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseFact.Settled;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The promises compensation knows; their rows are always locked in the order of promise ids. The first fact of a
 * promise makes its row, whose key puts a delay and an ending that come at once, twice or in the wrong order one after
 * the other.
 */
@Repository
class WatchedPromiseRepository {

    private final JdbcClient jdbc;

    WatchedPromiseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes delays, each promise at most once in the list; answers those that are news: a first delay, or a later finding.
     * A loss found in the very moment of the delay is the later one.
     */
    List<WatchedPromise> find(Collection<Delay> delays) {
        return jdbc.sql("""
                insert into compensation.watched_promise as w
                    (promise_id, order_id, tenant_id, person_id, promised_to, timed, total_won, cause, found_at)
                select * from unnest(:promises, :orders, :tenants, :persons, :ends::timestamptz[], :timed,
                                     :totals, :causes, :found::timestamptz[]) as d(promise_id)
                order by d.promise_id
                on conflict (promise_id) do update set
                    cause = excluded.cause,
                    found_at = excluded.found_at,
                    promised_to = case when w.outcome is null then excluded.promised_to else w.promised_to end
                where w.found_at is null or w.found_at < excluded.found_at
                   or (w.found_at = excluded.found_at and excluded.cause in ('LOST', 'DAMAGED')
                       and w.cause <> excluded.cause and w.cause <> 'LOST')
                returning *
                """)
                .params(Rows.of(delays)
                        .id("promises", Delay::promiseId)
                        .id("orders", Delay::orderId)
                        .id("tenants", Delay::tenantId)
                        .id("persons", Delay::personId)
                        .at("ends", d -> d.promised().to())
                        .flag("timed", Delay::timed)
                        .number("totals", Delay::totalWon)
                        .name("causes", Delay::cause)
                        .at("found", Delay::foundAt)
                        .params())
                .query((rs, row) -> promise(rs))
                .list();
    }

    /**
     * Notes endings, each promise at most once in the list, in one statement; answers only those that need thought: missed
     * ones, and kept ones that were feared to be late. A later ending replaces an earlier one.
     */
    List<WatchedPromise> settle(Collection<Settled> endings) {
        return jdbc.sql("""
                with ended as (
                    insert into compensation.watched_promise as w
                        (promise_id, order_id, tenant_id, person_id, promised_to, timed, total_won, outcome,
                         delivered_at, settled_at)
                    select * from unnest(:promises, :orders, :tenants, :persons, :ends::timestamptz[], :timed,
                                         :totals, :outcomes, :delivered::timestamptz[],
                                         :settled::timestamptz[]) as e(promise_id)
                    order by e.promise_id
                    on conflict (promise_id) do update set
                        outcome = excluded.outcome,
                        delivered_at = excluded.delivered_at,
                        settled_at = excluded.settled_at,
                        promised_to = excluded.promised_to,
                        total_won = excluded.total_won,
                        next_check_at = null,
                        kept_after_all = false
                    where w.settled_at is null or w.settled_at < excluded.settled_at
                    returning *
                )
                select * from ended where outcome = 'MISSED' or found_at is not null order by promise_id
                """)
                .params(Rows.of(endings)
                        .id("promises", Settled::promiseId)
                        .id("orders", Settled::orderId)
                        .id("tenants", Settled::tenantId)
                        .id("persons", Settled::personId)
                        .at("ends", s -> s.promised().to())
                        .flag("timed", Settled::timed)
                        .number("totals", Settled::totalWon)
                        .name("outcomes", Settled::outcome)
                        .at("delivered", Settled::deliveredAt)
                        .at("settled", Settled::at)
                        .params())
                .query((rs, row) -> promise(rs))
                .list();
    }

    /**
     * Takes endings back: what was found late is watched again from now on, and of others nothing is known any more but what
     * was granted for them.
     */
    void reopen(List<PromiseId> promiseIds, Instant at) {
        jdbc.sql("""
                delete from compensation.watched_promise w
                where w.promise_id = any(:ids) and w.settled_at < :at and w.found_at is null
                  and not exists (select from compensation.grant_decision g where g.promise_id = w.promise_id)
                """).param("ids", Sql.ids(promiseIds)).param("at", Sql.at(at)).update();
        jdbc.sql("""
                update compensation.watched_promise
                set outcome = null, delivered_at = null, settled_at = null, kept_after_all = false, next_check_at = :at,
                    cause = coalesce(cause, 'CARRIER_DATA'), found_at = coalesce(found_at, :at)
                where promise_id = any(:ids) and settled_at < :at
                """).param("ids", Sql.ids(promiseIds)).param("at", Sql.at(at)).update();
    }

    /** Notes causes that were revised; a loss is noted when it is found. */
    void because(List<WatchedPromise> now) {
        jdbc.sql("""
                update compensation.watched_promise w set cause = n.cause
                from unnest(:ids, :causes) as n(promise_id, cause)
                where w.promise_id = n.promise_id and w.found_at is not null and w.cause <> n.cause
                  and n.cause not in ('LOST', 'DAMAGED')
                """)
                .params(Rows.of(now)
                        .id("ids", WatchedPromise::promiseId)
                        .name("causes", WatchedPromise::cause)
                        .params())
                .update();
    }

    /** Remembers that something was granted for promises that were kept in the end; it stays the customer's. */
    void markKeptAfterAll(List<PromiseId> promiseIds) {
        jdbc.sql("""
                update compensation.watched_promise w set kept_after_all = true
                where w.promise_id = any(:ids)
                  and exists (select from compensation.grant_decision g where g.promise_id = w.promise_id)
                """).param("ids", Sql.ids(promiseIds)).update();
    }

    /** When each open promise is to be looked at again; a promise without a moment is not looked at any more. */
    void schedule(Map<PromiseId, @Nullable Instant> nextChecks) {
        jdbc.sql("""
                update compensation.watched_promise w set next_check_at = n.at
                from unnest(:ids, :ats::timestamptz[]) as n(promise_id, at)
                where w.promise_id = n.promise_id and w.outcome is null
                """)
                .param("ids", Sql.ids(nextChecks.keySet()))
                .param("ats", Sql.instants(nextChecks.values(), at -> at))
                .update();
    }

    List<WatchedPromise> claimDue(Instant now, int limit) {
        return jdbc.sql("""
                select * from compensation.watched_promise where next_check_at <= :now
                order by next_check_at limit :limit for update skip locked
                """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, row) -> promise(rs))
                .list();
    }

    /** The missed promises of a mall, or of all malls for tenant 0, that ended in a span. */
    List<WatchedPromise> missed(MallId tenantId, Instant from, Instant to) {
        return jdbc.sql("""
                select * from compensation.watched_promise
                where settled_at >= :from and settled_at < :to and outcome = 'MISSED' and :tenant in (0, tenant_id)
                """)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("tenant", tenantId.value())
                .query((rs, row) -> promise(rs))
                .list();
    }

    /** Has every open delay of a mall, or of all malls for tenant 0, looked at again now. */
    void lookAgain(MallId tenantId, Instant now) {
        jdbc.sql("""
                update compensation.watched_promise set next_check_at = :now
                where outcome is null and :tenant in (0, tenant_id)
                """)
                .param("now", Sql.at(now))
                .param("tenant", tenantId.value())
                .update();
    }

    @Nullable Instant nextCheck() {
        return jdbc.sql("""
                select next_check_at from compensation.watched_promise
                where next_check_at is not null order by next_check_at limit 1
                """)
                .query((row, n) -> Sql.moment(row, "next_check_at"))
                .optional()
                .orElse(null);
    }

    /** Forgets promises that were kept without ever being feared for; answers how many. */
    int forgetKept(Instant settledBefore, int limit) {
        return jdbc.sql("""
                delete from compensation.watched_promise where promise_id in (
                    select w.promise_id from compensation.watched_promise w
                    where w.settled_at < :before and w.found_at is null and w.outcome <> 'MISSED'
                      and not exists (select from compensation.grant_decision g where g.promise_id = w.promise_id)
                    limit :limit for update skip locked)
                """)
                .param("before", Sql.at(settledBefore))
                .param("limit", limit)
                .update();
    }

    private static WatchedPromise promise(ResultSet rs) throws SQLException {
        String cause = rs.getString("cause");
        String outcome = rs.getString("outcome");
        return new WatchedPromise(
                new PromiseId(rs.getLong("promise_id")),
                new OrderId(rs.getLong("order_id")),
                new MallId(rs.getLong("tenant_id")),
                new PersonId(rs.getLong("person_id")),
                Sql.moment(rs, "promised_to"),
                rs.getBoolean("timed"),
                new Won(rs.getLong("total_won")),
                cause == null ? null : DelayCause.valueOf(cause),
                outcome == null ? null : Outcome.valueOf(outcome),
                Sql.instant(rs, "delivered_at"),
                Sql.instant(rs, "settled_at"));
    }
}
