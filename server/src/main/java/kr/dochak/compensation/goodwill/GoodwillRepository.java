package kr.dochak.compensation.goodwill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.database.AdvisoryLock;
import kr.dochak.database.Sql;
import kr.dochak.orders.OrderSummary;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GoodwillRepository {

    private final JdbcClient jdbc;

    GoodwillRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a wish; nothing when its form was sent before. */
    Optional<Long> insert(OrderSummary order, GoodwillWish wish, long makerId, Instant at) {
        return jdbc.sql("""
                insert into compensation.goodwill
                    (tenant_id, order_id, person_id, promise_id, kind, percent, won, reason, maker_id, made_at, form)
                values (:tenant, :order, :person, :promise, :kind, :percent::int, :won, :reason, :maker, :at, :form::uuid)
                on conflict (form) where form is not null do nothing
                returning id
                """)
                .param("tenant", order.tenantId().value())
                .param("order", order.orderId().value())
                .param("person", order.personId().value())
                .param("promise", Id.valueOf(wish.promiseId()))
                .param("kind", wish.gift().kind().name())
                .param("percent", wish.gift().percent())
                .param("won", wish.gift().amount().amount())
                .param("reason", wish.reason().strip())
                .param("maker", makerId)
                .param("at", Sql.at(at))
                .param("form", wish.form())
                .query(Long.class)
                .optional();
    }

    /** What was given for an order without another person; whoever else would give so waits until the transaction ends. */
    Won lockAtOnce(OrderId order) {
        AdvisoryLock.GOODWILL_OF_ORDER.take(jdbc, order.toString());
        return new Won(
                jdbc.sql("""
                select coalesce(sum(won), 0) from compensation.goodwill where order_id = :order and at_once
                """).param("order", order.value()).query(Long.class).single());
    }

    /** Those of an order, newest first. */
    List<Goodwill> ofOrder(OrderId order) {
        return jdbc.sql("""
                select g.*, array(select a.approver_id from compensation.goodwill_approval a
                                  where a.goodwill_id = g.id order by a.at, a.approver_id) as approvers
                from compensation.goodwill g where g.order_id = :order order by g.id desc
                """)
                .param("order", order.value())
                .query((rs, row) -> goodwill(rs))
                .list();
    }

    /** One; whoever else would change it waits. */
    Optional<Goodwill> lock(long id) {
        return jdbc.sql("select id from compensation.goodwill where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<Goodwill> find(long id) {
        return jdbc.sql("""
                select g.*, array(select a.approver_id from compensation.goodwill_approval a
                                  where a.goodwill_id = g.id order by a.at, a.approver_id) as approvers
                from compensation.goodwill g where g.id = :id
                """).param("id", id).query((rs, row) -> goodwill(rs)).optional();
    }

    /** All that are not decided. */
    List<Goodwill> pending() {
        return jdbc.sql("""
                select g.*, array(select a.approver_id from compensation.goodwill_approval a
                                  where a.goodwill_id = g.id order by a.at, a.approver_id) as approvers
                from compensation.goodwill g where g.granted_at is null and g.refused_at is null order by g.id
                """).query((rs, row) -> goodwill(rs)).list();
    }

    /** Who agreed before there were votes. */
    List<Vote> approvals(long id) {
        return jdbc.sql(
                        "select approver_id, most_won from compensation.goodwill_approval where goodwill_id = :id order by at")
                .param("id", id)
                .query((rs, row) ->
                        new Vote(rs.getLong("approver_id"), rs.getLong("approver_id"), new Won(rs.getLong("most_won"))))
                .list();
    }

    void approve(Goodwill goodwill, Vote vote, Instant at) {
        jdbc.sql("""
                insert into compensation.goodwill_approval (goodwill_id, maker_id, approver_id, most_won, at)
                values (:id, :maker, :approver, :most, :at)
                on conflict do nothing
                """)
                .param("id", goodwill.id())
                .param("maker", goodwill.makerId())
                .param("approver", vote.voterId())
                .param("most", vote.limit().amount())
                .param("at", Sql.at(at))
                .update();
    }

    /** @param atOnce by the maker alone */
    void granted(long id, boolean atOnce, Instant at) {
        jdbc.sql("update compensation.goodwill set granted_at = :at, at_once = :once where id = :id")
                .param("at", Sql.at(at))
                .param("once", atOnce)
                .param("id", id)
                .update();
    }

    /** Refused, or over by time when nobody refused it. */
    void refused(long id, @Nullable Long staffId, Instant at) {
        jdbc.sql("update compensation.goodwill set refused_at = :at, refused_by = :staff::bigint where id = :id")
                .param("at", Sql.at(at))
                .param("staff", staffId)
                .param("id", id)
                .update();
    }

    private static Goodwill goodwill(ResultSet rs) throws SQLException {
        return new Goodwill(
                rs.getLong("id"),
                new MallId(rs.getLong("tenant_id")),
                new OrderId(rs.getLong("order_id")),
                new PersonId(rs.getLong("person_id")),
                PromiseId.ofNullable(rs.getObject("promise_id", Long.class)),
                new GoodwillGift(
                        Kind.valueOf(rs.getString("kind")),
                        rs.getObject("percent", Integer.class),
                        new Won(rs.getLong("won"))),
                rs.getString("reason"),
                rs.getLong("maker_id"),
                Sql.moment(rs, "made_at"),
                state(Sql.instant(rs, "granted_at"), Sql.instant(rs, "refused_at")),
                rs.getBoolean("at_once"),
                Arrays.asList((Long[]) rs.getArray("approvers").getArray()));
    }

    private static Goodwill.State state(@Nullable Instant granted, @Nullable Instant refused) {
        if (granted != null) {
            return Goodwill.State.GRANTED;
        }
        return refused != null ? Goodwill.State.REFUSED : Goodwill.State.PENDING;
    }
}
