package kr.dochak.compensation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of the policy: written once as a draft, never changed, switched on and retired. */
@Repository
class PolicyDraftRepository {

    private final JdbcClient jdbc;

    PolicyDraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(PolicyDraft draft, String maker) {
        long version = jdbc.sql("""
                insert into compensation.policy (tenant_id, state, made_by) values (:tenant, 'DRAFT', :maker) returning id
                """)
                .param("tenant", draft.tenantId().value())
                .param("maker", maker)
                .query(Long.class)
                .single();
        List<Rule> rules = draft.rules();
        for (int position = 0; position < rules.size(); position++) {
            insert(version, position, rules.get(position));
        }
        draft.terms().forEach((cause, terms) -> insert(version, cause, terms));
        return version;
    }

    private void insert(long version, int position, Rule rule) {
        var late = rule.condition() instanceof Rule.Condition.Late met ? met : null;
        var caused = rule.condition() instanceof Rule.Condition.Caused met ? met : null;
        var points = rule.gift() instanceof Rule.Gift.Points gift ? gift : null;
        var share = rule.gift() instanceof Rule.Gift.PointShare gift ? gift : null;
        var coupon = rule.gift() instanceof Rule.Gift.Coupon gift ? gift : null;
        jdbc.sql("""
                insert into compensation.rule (policy_id, id, position, late_minutes, timed_only, cause, points,
                                               point_percent, coupon_percent, max_discount, adds)
                values (:policy, :id, :position, :late, :timed, :cause, :points, :share, :coupon, :most, :adds)
                """)
                .param("policy", version)
                .param("id", rule.id())
                .param("position", position)
                .param("late", late == null ? null : late.atLeast().toMinutes())
                .param("timed", late != null && late.timedOnly())
                .param("cause", caused == null ? null : caused.cause().name())
                .param("points", points == null ? null : points.points().amount())
                .param("share", share == null ? null : share.percent())
                .param("coupon", coupon == null ? null : coupon.percent())
                .param("most", coupon == null ? null : coupon.maxDiscount().amount())
                .param("adds", rule.adds())
                .update();
    }

    private void insert(long version, String cause, CauseTerms terms) {
        Map<Bearer, Integer> shares = terms.shares();
        jdbc.sql("""
                insert into compensation.cause_terms (policy_id, cause, compensated, carrier_share, supplier_share,
                                                      platform_share)
                values (:policy, :cause, :compensated, :carrier, :supplier, :platform)
                """)
                .param("policy", version)
                .param("cause", cause)
                .param("compensated", terms.compensated())
                .param("carrier", shares.getOrDefault(Bearer.CARRIER, 0))
                .param("supplier", shares.getOrDefault(Bearer.SUPPLIER, 0))
                .param("platform", shares.getOrDefault(Bearer.PLATFORM, 0))
                .update();
    }

    long tenantOf(long version) {
        return jdbc.sql("select tenant_id from compensation.policy where id = :id")
                .param("id", version)
                .query(Long.class)
                .single();
    }

    /** Whose draft this is; nothing when it is none. */
    Optional<MallId> mallOfDraft(long version) {
        return jdbc.sql("select tenant_id from compensation.policy where id = :id and state = 'DRAFT'")
                .param("id", version)
                .query((row, n) -> new MallId(row.getLong(1)))
                .optional();
    }

    /** Switches a draft on in place of the one before; false when it is no draft. */
    boolean activate(long version, String staff, Instant now) {
        jdbc.sql("""
                update compensation.policy set state = 'RETIRED'
                where state = 'ACTIVE' and tenant_id = (select tenant_id from compensation.policy
                                                        where id = :id and state = 'DRAFT')
                """).param("id", version).update();
        return jdbc.sql("""
                update compensation.policy set state = 'ACTIVE', active_from = :now, activated_by = :staff
                where id = :id and state = 'DRAFT'
                """)
                        .param("now", Sql.at(now))
                        .param("staff", staff)
                        .param("id", version)
                        .update()
                == 1;
    }
}
