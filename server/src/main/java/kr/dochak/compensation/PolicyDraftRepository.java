package kr.dochak.compensation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.compensation.CauseTerms.Bearer;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of the policy: written once as a draft, never changed, switched on and retired. */
@Repository
class PolicyDraftRepository {

    private final JdbcClient jdbc;

    PolicyDraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(PolicyDraft draft, String maker, @Nullable Instant from, Instant now) {
        long version = jdbc.sql("""
                insert into compensation.policy (tenant_id, state, made_by, made_at, wanted_at)
                values (:tenant, 'DRAFT', :maker, :now, :from) returning id
                """)
                .param("tenant", draft.tenantId().value())
                .param("maker", maker)
                .param("now", Sql.at(now))
                .param("from", from == null ? null : Sql.at(from))
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

    /** Versions of a mall and of all malls, newest first. */
    List<Policies.Version> history(MallId mall, long before, int most) {
        return jdbc.sql("""
                select * from compensation.policy where tenant_id in (0, :mall) and id < :before order by id desc limit :most
                """)
                .param("mall", mall.value())
                .param("before", before)
                .param("most", most)
                .query(PolicyDraftRepository::version)
                .list();
    }

    Optional<Policies.Version> find(long version) {
        return jdbc.sql("select * from compensation.policy where id = :id")
                .param("id", version)
                .query(PolicyDraftRepository::version)
                .optional();
    }

    private static Policies.Version version(ResultSet row, int n) throws SQLException {
        String maker = row.getString("made_by");
        return new Policies.Version(
                row.getLong("id"),
                new MallId(row.getLong("tenant_id")),
                Policies.State.valueOf(row.getString("state")),
                maker.matches("staff:\\d+") ? Long.valueOf(maker.substring("staff:".length())) : null,
                Sql.instant(row, "made_at"),
                Sql.instant(row, "wanted_at"),
                row.getString("agreed_by") != null,
                Sql.instant(row, "active_from"),
                null);
    }

    /** Agreed to now, to begin later; false when it is no draft. */
    boolean agree(long version, String staff) {
        return jdbc.sql("update compensation.policy set agreed_by = :staff where id = :id and state = 'DRAFT'")
                        .param("staff", staff)
                        .param("id", version)
                        .update()
                == 1;
    }

    /** Does not begin after all; false when it has begun or nobody agreed. */
    boolean takeBack(long version) {
        return jdbc.sql("""
                update compensation.policy set agreed_by = null
                where id = :id and state = 'DRAFT' and agreed_by is not null
                """).param("id", version).update() == 1;
    }

    /** Agreed drafts whose moment has come, in the order of their moments; another process takes others. */
    List<Policies.Begun> due(Instant now) {
        return jdbc.sql("""
                select id, agreed_by from compensation.policy
                where state = 'DRAFT' and agreed_by is not null and wanted_at <= :now
                order by wanted_at, id limit 20 for update skip locked
                """)
                .param("now", Sql.at(now))
                .query((row, n) -> new Policies.Begun(row.getLong("id"), row.getString("agreed_by")))
                .list();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("""
                select min(wanted_at) as at from compensation.policy where state = 'DRAFT' and agreed_by is not null
                """)
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single()
                .orElse(null);
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
