package kr.dochak.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Ground;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was granted, each rule once for each promise, and who bears it. */
@Repository
class GrantRepository {

    private final JdbcClient jdbc;

    GrantRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The worth of what promises got before: by promise, by rule. */
    Map<PromiseId, Map<String, Won>> worthOf(Collection<PromiseId> promiseIds) {
        Map<PromiseId, Map<String, Won>> worth = new HashMap<>();
        jdbc.sql("select promise_id, rule_id, worth_won from compensation.grant_decision where promise_id = any(:ids)")
                .param("ids", Sql.ids(promiseIds))
                .query(rs -> {
                    worth.computeIfAbsent(new PromiseId(rs.getLong("promise_id")), unused -> new HashMap<>())
                            .put(rs.getString("rule_id"), new Won(rs.getLong("worth_won")));
                });
        return worth;
    }

    /** Keeps grants; a rule that a promise had before is left out. Answers those that are new. */
    List<Granted> insert(List<Grant> grants, Instant at) {
        return jdbc.sql("""
                with fresh as (
                    insert into compensation.grant_decision
                        (promise_id, rule_id, policy_id, order_id, tenant_id, person_id, cause, kind, percent,
                         value_won, worth_won, late_minutes, at)
                    select g.*, :at::timestamptz
                    from unnest(:promises, :rules, :policies, :orders, :tenants, :persons, :causes, :kinds, :percents,
                                :values, :worths, :late) as g
                    on conflict (promise_id, rule_id) do nothing
                    returning *)
                select fresh.*, r.late_minutes as rule_minutes, r.cause as rule_cause
                from fresh left join compensation.rule r on r.policy_id = fresh.policy_id and r.id = fresh.rule_id
                """)
                .param("promises", Sql.ids(grants, g -> g.promise().promiseId()))
                .param("rules", texts(grants.stream().map(g -> g.award().rule().id())))
                .param("policies", longs(grants.stream().map(g -> g.policy().version())))
                .param("orders", Sql.ids(grants, g -> g.promise().orderId()))
                .param("tenants", Sql.ids(grants, g -> g.promise().tenantId()))
                .param("persons", Sql.ids(grants, g -> g.promise().personId()))
                .param("causes", texts(grants.stream().map(Grant::causeName)))
                .param("kinds", texts(grants.stream().map(g -> g.award().kind().name())))
                .param("percents", grants.stream().map(g -> g.award().percent()).toArray(Integer[]::new))
                .param(
                        "values",
                        longs(grants.stream().map(g -> g.award().value().amount())))
                .param(
                        "worths",
                        longs(grants.stream().map(g -> g.award().worth().amount())))
                .param("late", longs(grants.stream().map(g -> g.late().toMinutes())))
                .param("at", Sql.at(at))
                .query((rs, row) -> granted(rs))
                .list();
    }

    /** Keeps who bears each grant (BEN-6); by grant id. */
    void insertBurden(Map<Long, Map<Bearer, Won>> burden) {
        List<Long> grants = new ArrayList<>();
        List<String> bearers = new ArrayList<>();
        List<Long> won = new ArrayList<>();
        burden.forEach((grant, parts) -> parts.forEach((bearer, part) -> {
            grants.add(grant);
            bearers.add(bearer.name());
            won.add(part.amount());
        }));
        jdbc.sql("""
                insert into compensation.burden (grant_id, bearer, won) select * from unnest(:grants, :bearers, :won)
                """)
                .param("grants", grants.toArray(Long[]::new))
                .param("bearers", bearers.toArray(String[]::new))
                .param("won", won.toArray(Long[]::new))
                .update();
    }

    List<Granted> ofOrder(OrderId orderId) {
        return jdbc.sql("""
                select g.*, r.late_minutes as rule_minutes, r.cause as rule_cause from compensation.grant_decision g
                left join compensation.rule r on r.policy_id = g.policy_id and r.id = g.rule_id
                where g.order_id = :order order by g.id
                """)
                .param("order", orderId.value())
                .query((rs, row) -> granted(rs))
                .list();
    }

    Map<PromiseId, List<Granted>> byPromise(Collection<PromiseId> promiseIds) {
        return ofPromises(promiseIds).stream().collect(Collectors.groupingBy(Granted::promiseId));
    }

    List<Granted> ofPromises(Collection<PromiseId> promiseIds) {
        return jdbc.sql("""
                select g.*, r.late_minutes as rule_minutes, r.cause as rule_cause from compensation.grant_decision g
                left join compensation.rule r on r.policy_id = g.policy_id and r.id = g.rule_id
                where g.promise_id = any(:ids) order by g.id
                """)
                .param("ids", Sql.ids(promiseIds))
                .query((rs, row) -> granted(rs))
                .list();
    }

    List<RuleFigure> figures(Instant from, Instant to) {
        return jdbc.sql("""
                select rule_id, count(*) as grants, sum(worth_won) as worth from compensation.grant_decision
                where at >= :from and at < :to group by rule_id order by rule_id
                """)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query((rs, row) ->
                        new RuleFigure(rs.getString("rule_id"), rs.getLong("grants"), new Won(rs.getLong("worth"))))
                .list();
    }

    List<Granted> ofTenant(MallId tenantId, long before, int limit) {
        return jdbc.sql("""
                select g.*, r.late_minutes as rule_minutes, r.cause as rule_cause from compensation.grant_decision g
                left join compensation.rule r on r.policy_id = g.policy_id and r.id = g.rule_id
                where g.tenant_id = :tenant and g.id < :before order by g.id desc limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("before", before)
                .param("limit", limit)
                .query((rs, row) -> granted(rs))
                .list();
    }

    KeptAfterAll keptAfterAll(MallId tenantId, Instant from, Instant to, int most) {
        List<Granted> latest = jdbc.sql("""
                select g.*, r.late_minutes as rule_minutes, r.cause as rule_cause from compensation.watched_promise w
                join compensation.grant_decision g on g.promise_id = w.promise_id
                left join compensation.rule r on r.policy_id = g.policy_id and r.id = g.rule_id
                where w.kept_after_all and w.outcome = 'KEPT' and w.tenant_id = :tenant
                  and w.settled_at >= :from and w.settled_at < :to
                order by g.id desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .param("most", most)
                .query((rs, row) -> granted(rs))
                .list();
        return jdbc.sql("""
                select count(distinct w.promise_id) as promises, coalesce(sum(g.worth_won), 0) as worth
                from compensation.watched_promise w
                join compensation.grant_decision g on g.promise_id = w.promise_id
                where w.kept_after_all and w.outcome = 'KEPT' and w.tenant_id = :tenant
                  and w.settled_at >= :from and w.settled_at < :to
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query((rs, row) -> new KeptAfterAll(rs.getLong("promises"), new Won(rs.getLong("worth")), latest))
                .single();
    }

    List<RuleFigure> figures(MallId tenantId, Instant from, Instant to) {
        return jdbc.sql("""
                select rule_id, count(*) as grants, sum(worth_won) as worth from compensation.grant_decision
                where tenant_id = :tenant and at >= :from and at < :to group by rule_id order by rule_id
                """)
                .param("tenant", tenantId.value())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query((rs, row) ->
                        new RuleFigure(rs.getString("rule_id"), rs.getLong("grants"), new Won(rs.getLong("worth"))))
                .list();
    }

    private static Granted granted(ResultSet rs) throws SQLException {
        return new Granted(
                rs.getLong("id"),
                new PromiseId(rs.getLong("promise_id")),
                new OrderId(rs.getLong("order_id")),
                new MallId(rs.getLong("tenant_id")),
                new PersonId(rs.getLong("person_id")),
                rs.getString("rule_id"),
                Kind.valueOf(rs.getString("kind")),
                rs.getObject("percent", Integer.class),
                new Won(rs.getLong("value_won")),
                Sql.moment(rs, "at"),
                rs.getLong("policy_id"),
                ground(rs),
                cause(rs.getString("cause")));
    }

    private static @Nullable DelayCause cause(String name) {
        return name.equals(CompensationPolicy.UNKNOWN) ? null : DelayCause.valueOf(name);
    }

    /** By the rule of the policy it was given by; a rule is never changed once it is written. */
    private static @Nullable Ground ground(ResultSet rs) throws SQLException {
        Integer minutes = rs.getObject("rule_minutes", Integer.class);
        String cause = rs.getString("rule_cause");
        return minutes == null && cause == null
                ? null
                : new Ground(minutes, cause == null ? null : DelayCause.valueOf(cause));
    }

    private static Long[] longs(Stream<Long> values) {
        return values.toArray(Long[]::new);
    }

    private static String[] texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
