package kr.dochak.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CouponRepository {

    /** A coupon with the mall it belongs to. */
    record Owned(MallId tenantId, Coupon coupon) {}

    private final JdbcClient jdbc;

    CouponRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps those coupons whose key is new; answers their ids by key. */
    Map<String, Long> insert(List<CouponGrant> grants, Function<Instant, Instant> expiry) {
        return jdbc
                .sql("""
                insert into benefits.coupon (grant_key, tenant_id, person_id, order_id, percent, max_discount, reason,
                                             state, granted_at, expires_at)
                select g.key, g.tenant, g.person, g.for_order, g.percent, g.most, g.reason, 'OPEN', g.at, g.expiry
                from unnest(:keys, :tenants, :persons, :orders, :percents, :most, :reasons,
                            :ats::timestamptz[], :expiries::timestamptz[])
                     as g(key, tenant, person, for_order, percent, most, reason, at, expiry)
                order by g.key
                on conflict (grant_key) do nothing
                returning id, grant_key
                """)
                .param("keys", grants.stream().map(CouponGrant::key).toArray(String[]::new))
                .param("tenants", Sql.ids(grants, CouponGrant::tenantId))
                .param("persons", Sql.ids(grants, CouponGrant::personId))
                .param("orders", Sql.ids(grants, CouponGrant::orderId))
                .param(
                        "percents",
                        grants.stream().mapToInt(CouponGrant::percent).toArray())
                .param(
                        "most",
                        grants.stream().mapToLong(g -> g.maxDiscount().amount()).toArray())
                .param("reasons", grants.stream().map(g -> g.warrant().reason()).toArray(String[]::new))
                .param("ats", Sql.instants(grants, CouponGrant::at))
                .param("expiries", Sql.instants(grants, g -> expiry.apply(g.at())))
                .query((rs, row) -> Map.entry(rs.getString("grant_key"), rs.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Coupon> of(Collection<PersonId> personIds) {
        return jdbc.sql("select * from benefits.coupon where person_id = any(:persons) order by id desc")
                .param("persons", Sql.ids(personIds))
                .query((rs, row) -> owned(rs).coupon())
                .list();
    }

    Optional<Owned> lock(long couponId) {
        return jdbc.sql("select * from benefits.coupon where id = :id for update")
                .param("id", couponId)
                .query((rs, row) -> owned(rs))
                .optional();
    }

    Optional<Owned> lockByKey(String key) {
        return jdbc.sql("select * from benefits.coupon where grant_key = :key for update")
                .param("key", key)
                .query((rs, row) -> owned(rs))
                .optional();
    }

    List<Owned> claimExpired(Instant now, int limit) {
        return jdbc.sql("""
                select * from benefits.coupon where state = 'OPEN' and expires_at <= :now
                order by expires_at limit :limit for update skip locked
                """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((rs, row) -> owned(rs))
                .list();
    }

    void close(List<Long> couponIds, Coupon.State state) {
        jdbc.sql("update benefits.coupon set state = :state where id = any(:ids)")
                .param("state", state.name())
                .param("ids", couponIds.toArray(Long[]::new))
                .update();
    }

    void insertRedemption(long couponId, OrderId orderId, Won discount, Instant now) {
        jdbc.sql("""
                insert into benefits.redemption (coupon_id, order_id, discount, redeemed_at)
                values (:coupon, :order, :discount, :now)
                """)
                .param("coupon", couponId)
                .param("order", orderId.value())
                .param("discount", discount.amount())
                .param("now", Sql.at(now))
                .update();
    }

    /** What the coupon took off this order, when it was used for it. */
    Optional<Won> discountOf(long couponId, OrderId orderId) {
        return jdbc.sql("select discount from benefits.redemption where coupon_id = :coupon and order_id = :order")
                .param("coupon", couponId)
                .param("order", orderId.value())
                .query(Long.class)
                .optional()
                .map(Won::new);
    }

    private static Owned owned(ResultSet rs) throws SQLException {
        Coupon coupon = new Coupon(
                rs.getLong("id"),
                new PersonId(rs.getLong("person_id")),
                OrderId.ofNullable(rs.getObject("order_id", Long.class)),
                rs.getInt("percent"),
                new Won(rs.getLong("max_discount")),
                rs.getString("reason"),
                Coupon.State.valueOf(rs.getString("state")),
                Sql.moment(rs, "granted_at"),
                Sql.moment(rs, "expires_at"));
        return new Owned(new MallId(rs.getLong("tenant_id")), coupon);
    }
}
