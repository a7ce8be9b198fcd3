package kr.dochak.database;

import java.util.Collection;
import kr.dochak.shared.Id;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every advisory lock of the product, so that no two take the same key by accident. Each is held until the end of the
 * transaction, and is meant for what no row stands for yet.
 */
public enum AdvisoryLock {
    /** Facts about an order, one after the other, also before its promise exists. */
    PROMISES_OF_ORDERS(7040),
    /** Who writes moves, from taking their ids to the commit. */
    MOVES(7041),
    /** Who makes partitions of scans. */
    SCAN_PARTITIONS(7042),
    /** Who decides whether a customer's problem already has a case. */
    CUSTOMERS_PROBLEM(7043),
    /** Who gives the application's role its rights. */
    RIGHTS(7046),
    /** Who brings rows of an earlier form over at a start. */
    CONVERSIONS(7050),
    /** How many people a member of staff has looked at. */
    REVEALS(7051),
    /** Who changes what members of staff may do. */
    STAFF_RIGHTS(7055),
    /** Who raises alerts of a kind in a mall, so that a storm and its members are locked in one order. */
    ALERTS(7060),
    /** Who adds to the chain of the change log. */
    CHANGE_CHAIN(7065),
    /** Who gives something for an order without anybody else. */
    GOODWILL_OF_ORDER(7066);

    private final int family;

    AdvisoryLock(int family) {
        this.family = family;
    }

    /** Waits for the lock; there is one of it. */
    public void take(JdbcClient jdbc) {
        take(jdbc, 0);
    }

    /** Waits for one of this family of locks. Two subjects may share one by chance, and then only wait for each other. */
    public void take(JdbcClient jdbc, String subject) {
        take(jdbc, subject.hashCode());
    }

    private void take(JdbcClient jdbc, int key) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .param(family)
                .param(key)
                .query()
                .singleRow();
    }

    /** Waits for many of this family, in one order so that nobody waits for ever, and from so many locks at most. */
    public void takeAll(JdbcClient jdbc, Collection<? extends Id> ids, int locks) {
        jdbc.sql("""
                select count(pg_advisory_xact_lock(:family, b.bucket)::text)
                from (select distinct (id % :locks)::int as bucket from unnest(:ids::bigint[]) as u (id) order by 1) b
                """)
                .param("family", family)
                .param("locks", locks)
                .param("ids", Sql.ids(ids))
                .query(Long.class)
                .single();
    }
}
