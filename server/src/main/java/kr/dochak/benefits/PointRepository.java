package kr.dochak.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Point grants with what remains of each, and the balances. Locks are taken in the order: grants, accounts, ledger. */
@Repository
class PointRepository {

    /** What remains of a grant. */
    record Remaining(
            long id,
            MallId tenantId,
            PersonId personId,
            @Nullable OrderId orderId,
            Won points) {}

    private final JdbcClient jdbc;

    PointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps those grants whose key is new; answers their ids by key. */
    Map<String, Long> insert(List<PointGrant> grants, Function<Instant, Instant> expiry) {
        return jdbc
                .sql("""
                insert into benefits.point_grant (grant_key, tenant_id, person_id, order_id, amount, remaining,
                                                  granted_at, expires_at)
                select g.key, g.tenant, g.person, g.for_order, g.amount, g.amount, g.at, g.expiry
                from unnest(:keys, :tenants, :persons, :orders, :amounts, :ats::timestamptz[],
                            :expiries::timestamptz[]) as g(key, tenant, person, for_order, amount, at, expiry)
                order by g.key
                on conflict (grant_key) do nothing
                returning id, grant_key
                """)
                .param("keys", grants.stream().map(PointGrant::key).toArray(String[]::new))
                .param("tenants", Sql.ids(grants, PointGrant::tenantId))
                .param("persons", Sql.ids(grants, PointGrant::personId))
                .param("orders", Sql.ids(grants, PointGrant::orderId))
                .param(
                        "amounts",
                        grants.stream().mapToLong(g -> g.amount().amount()).toArray())
                .param("ats", Sql.instants(grants, PointGrant::at))
                .param("expiries", Sql.instants(grants, g -> expiry.apply(g.at())))
                .query((rs, row) -> Map.entry(rs.getString("grant_key"), rs.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void credit(List<Movement> issued) {
        jdbc.sql("""
                insert into benefits.account as a (person_id, balance)
                select m.person, sum(m.amount) from unnest(:persons, :amounts) as m(person, amount)
                group by m.person order by m.person
                on conflict (person_id) do update set balance = a.balance + excluded.balance
                """)
                .param("persons", persons(issued))
                .param("amounts", amounts(issued))
                .update();
    }

    /** Takes movements out of what remains and out of the balances; the accounts are locked in the order of persons. */
    void debit(List<Movement> taken) {
        jdbc.sql("""
                update benefits.point_grant g set remaining = g.remaining - m.amount
                from unnest(:grants, :amounts) as m(grant_id, amount) where g.id = m.grant_id
                """)
                .param("grants", taken.stream().mapToLong(Movement::benefitId).toArray())
                .param("amounts", amounts(taken))
                .update();
        jdbc.sql("""
                with debit as (
                    select m.person, sum(m.amount) as amount from unnest(:persons, :amounts) as m(person, amount)
                    group by m.person
                ), locked as (
                    select a.person_id from benefits.account a
                    where a.person_id in (select person from debit) order by a.person_id for update
                )
                update benefits.account a set balance = a.balance - debit.amount
                from debit join locked on locked.person_id = debit.person where a.person_id = debit.person
                """)
                .param("persons", persons(taken))
                .param("amounts", amounts(taken))
                .update();
    }

    Won balance(Collection<PersonId> personIds) {
        return new Won(
                jdbc.sql("select coalesce(sum(balance), 0) from benefits.account where person_id = any(:persons)")
                        .param("persons", Sql.ids(personIds))
                        .query(Long.class)
                        .single());
    }

    /** What a person may spend, what expires first at the front; locked. */
    List<Remaining> lockSpendable(PersonId personId, Instant now) {
        return jdbc.sql("""
                select id, tenant_id, person_id, order_id, remaining from benefits.point_grant
                where person_id = :person and remaining > 0 and expires_at > :now
                order by expires_at, id for update
                """)
                .param("person", personId.value())
                .param("now", Sql.at(now))
                .query((rs, row) -> remaining(rs))
                .list();
    }

    List<Remaining> lockByKey(String key) {
        return jdbc.sql("""
                select id, tenant_id, person_id, order_id, remaining from benefits.point_grant
                where grant_key = :key for update
                """).param("key", key).query((rs, row) -> remaining(rs)).list();
    }

    List<Remaining> claimExpired(Instant now, int limit) {
        return jdbc.sql("""
                select id, tenant_id, person_id, order_id, remaining from benefits.point_grant
                where remaining > 0 and expires_at <= :now
                order by expires_at limit :limit for update skip locked
                """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, row) -> remaining(rs))
                .list();
    }

    boolean isUsed(String useKey) {
        return jdbc.sql("select exists (select from benefits.point_use where use_key = :key)")
                .param("key", useKey)
                .query(Boolean.class)
                .single();
    }

    void insertUse(PointUse use, Instant now) {
        jdbc.sql("""
                insert into benefits.point_use (use_key, person_id, order_id, amount, used_at)
                values (:key, :person, :order, :amount, :now)
                """)
                .param("key", use.key())
                .param("person", use.personId().value())
                .param("order", use.orderId().value())
                .param("amount", use.amount().amount())
                .param("now", Sql.at(now))
                .update();
    }

    private static Remaining remaining(ResultSet rs) throws SQLException {
        return new Remaining(
                rs.getLong("id"),
                new MallId(rs.getLong("tenant_id")),
                new PersonId(rs.getLong("person_id")),
                OrderId.ofNullable(rs.getObject("order_id", Long.class)),
                new Won(rs.getLong("remaining")));
    }

    private static Long[] persons(List<Movement> movements) {
        return Sql.ids(movements, Movement::personId);
    }

    private static long[] amounts(List<Movement> movements) {
        return movements.stream().mapToLong(m -> m.amount().amount()).toArray();
    }
}
