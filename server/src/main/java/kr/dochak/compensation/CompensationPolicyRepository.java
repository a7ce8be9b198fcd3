package kr.dochak.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.database.Sql;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CompensationPolicyRepository {

    private final JdbcClient jdbc;

    CompensationPolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active policy of each of these malls. */
    Map<MallId, CompensationPolicy> active(Collection<MallId> tenantIds) {
        List<MallId> asked = new ArrayList<>(tenantIds);
        asked.add(MallId.DEFAULT);
        Map<MallId, Long> versions = new HashMap<>();
        jdbc.sql("select id, tenant_id from compensation.policy where state = 'ACTIVE' and tenant_id = any(:tenants)")
                .param("tenants", Sql.ids(asked))
                .query(rs -> {
                    versions.put(new MallId(rs.getLong("tenant_id")), rs.getLong("id"));
                });
        Map<Long, CompensationPolicy> policies = load(versions.values());
        Long fallback = versions.get(MallId.DEFAULT);
        Map<MallId, CompensationPolicy> byTenant = new HashMap<>();
        for (MallId tenant : tenantIds) {
            Long version = versions.getOrDefault(tenant, fallback);
            byTenant.put(tenant, policies.get(version));
        }
        return byTenant;
    }

    /** One policy in any state, if there is such a version. */
    Optional<CompensationPolicy> find(long version) {
        boolean exists = jdbc.sql("select exists (select from compensation.policy where id = :id)")
                .param("id", version)
                .query(Boolean.class)
                .single();
        return exists ? Optional.ofNullable(load(List.of(version)).get(version)) : Optional.empty();
    }

    /** The rules of these policies in any state, by policy. */
    Map<Long, List<Rule>> rules(Collection<Long> versions) {
        Map<Long, List<Rule>> rules = new HashMap<>();
        jdbc.sql("select * from compensation.rule where policy_id = any(:ids) order by policy_id, position")
                .param("ids", versions.toArray(Long[]::new))
                .query(rs -> {
                    rules.computeIfAbsent(rs.getLong("policy_id"), unused -> new ArrayList<>())
                            .add(rule(rs));
                });
        return rules;
    }

    private Map<Long, CompensationPolicy> load(Collection<Long> versions) {
        Long[] ids = versions.toArray(Long[]::new);
        Map<Long, List<Rule>> rules = rules(versions);
        Map<Long, Map<String, CauseTerms>> terms = new HashMap<>();
        jdbc.sql("select * from compensation.cause_terms where policy_id = any(:ids)")
                .param("ids", ids)
                .query(rs -> {
                    terms.computeIfAbsent(rs.getLong("policy_id"), unused -> new HashMap<>())
                            .put(rs.getString("cause"), terms(rs));
                });
        Map<Long, CompensationPolicy> policies = new HashMap<>();
        for (Long id : ids) {
            policies.put(
                    id,
                    new CompensationPolicy(id, rules.getOrDefault(id, List.of()), terms.getOrDefault(id, Map.of())));
        }
        return policies;
    }

    private static Rule rule(ResultSet rs) throws SQLException {
        return new Rule(rs.getString("id"), condition(rs), gift(rs), rs.getBoolean("adds"));
    }

    private static Rule.Condition condition(ResultSet rs) throws SQLException {
        String cause = rs.getString("cause");
        return cause != null
                ? new Rule.Condition.Caused(DelayCause.valueOf(cause))
                : new Rule.Condition.Late(Duration.ofMinutes(rs.getInt("late_minutes")), rs.getBoolean("timed_only"));
    }

    private static Rule.Gift gift(ResultSet rs) throws SQLException {
        long points = rs.getLong("points");
        int share = rs.getInt("point_percent");
        if (points > 0) {
            return new Rule.Gift.Points(new Won(points));
        }
        return share > 0
                ? new Rule.Gift.PointShare(share)
                : new Rule.Gift.Coupon(rs.getInt("coupon_percent"), new Won(rs.getLong("max_discount")));
    }

    private static CauseTerms terms(ResultSet rs) throws SQLException {
        return new CauseTerms(
                rs.getBoolean("compensated"),
                Map.of(
                        Bearer.CARRIER, rs.getInt("carrier_share"),
                        Bearer.SUPPLIER, rs.getInt("supplier_share"),
                        Bearer.PLATFORM, rs.getInt("platform_share")));
    }
}
