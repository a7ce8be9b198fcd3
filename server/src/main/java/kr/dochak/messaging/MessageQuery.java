package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.messaging.NoticeTiming.Seconds;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show: the inbox, the notices of an order, how fast they went out. */
@Repository
class MessageQuery {

    private final JdbcClient jdbc;
    private final NoticeRepository notices;

    MessageQuery(JdbcClient jdbc, NoticeRepository notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    List<NoticeRow> inbox(Collection<PersonId> personIds, long before, int limit) {
        return jdbc.sql("""
                select n.*, k.order_no from messaging.notice n
                left join messaging.known_order k on k.order_id = n.order_id
                where n.person_id = any(:persons) and n.id < :before and n.state = 'TOLD'
                order by n.id desc limit :limit
                """)
                .param("persons", Sql.ids(personIds))
                .param("before", before)
                .param("limit", limit)
                .query(notices::read)
                .list();
    }

    List<NoticeRow> ofOrder(OrderId orderId) {
        return jdbc.sql("""
                select n.*, k.order_no from messaging.notice n
                left join messaging.known_order k on k.order_id = n.order_id
                where n.order_id = :order order by n.id
                """)
                .param("order", orderId.value())
                .query(notices::read)
                .list();
    }

    Map<Long, List<OrderNotice.Delivery>> deliveries(List<Long> noticeIds) {
        record Row(long noticeId, OrderNotice.Delivery delivery) {}
        return jdbc
                .sql("select * from messaging.delivery where notice_id = any (:ids::bigint[]) order by id")
                .param("ids", noticeIds.toArray(Long[]::new))
                .query((row, number) -> new Row(
                        row.getLong("notice_id"),
                        new OrderNotice.Delivery(
                                ChannelName.valueOf(row.getString("channel")),
                                DeliveryState.valueOf(row.getString("state")),
                                row.getInt("attempts"),
                                row.getString("code"),
                                Sql.moment(row, "created_at"),
                                kr.dochak.database.Sql.instant(row, "sent_at"),
                                kr.dochak.database.Sql.instant(row, "delivered_at"),
                                kr.dochak.database.Sql.instant(row, "failed_at"),
                                null)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::noticeId, Collectors.mapping(Row::delivery, Collectors.toList())));
    }

    /**
     * Notices of one kind that went out in the same slice of time equally fast.
     *
     * @param inboxTenths tenths of a second from detection to the inbox
     * @param vendorTenths the same until the first outside channel had taken it; null when none has
     */
    record Timed(
            Instant slice,
            NoticeKind kind,
            int inboxTenths,
            @org.jspecify.annotations.Nullable Integer vendorTenths,
            long notices) {}

    List<Timed> timed(MallId tenantId, Instant from, Instant to, Duration slice) {
        return jdbc.sql("""
                select date_bin(make_interval(secs => :slice), n.told_at, timestamptz 'epoch') as slice, n.kind,
                    greatest(0, round(10 * extract(epoch from n.told_at - n.detected_at)))::int as inbox,
                    (select greatest(0, round(10 * extract(epoch from min(d.sent_at) - n.detected_at)))::int
                     from messaging.delivery d where n.sent_out and d.notice_id = n.id) as vendor,
                    count(*) as notices
                from messaging.notice n
                where n.tenant_id = :tenant and n.told_at >= :from and n.told_at < :to
                group by 1, 2, 3, 4
                """)
                .param("tenant", tenantId.value())
                .param("slice", slice.toSeconds())
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query((row, number) -> new Timed(
                        Sql.moment(row, "slice"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getInt("inbox"),
                        row.getObject("vendor", Integer.class),
                        row.getLong("notices")))
                .list();
    }

    List<NoticeTiming> timings(Instant from, Instant to) {
        return jdbc.sql("""
                with told as (
                    select n.id, n.kind, greatest(0, extract(epoch from n.told_at - n.detected_at))::float8 as inbox,
                        (select greatest(0, extract(epoch from min(d.sent_at) - n.detected_at))::float8
                         from messaging.delivery d where n.sent_out and d.notice_id = n.id) as vendor
                    from messaging.notice n
                    where n.told_at >= :from and n.told_at < :to
                )
                select kind, count(*) as notices,
                    percentile_cont(array[0.5, 0.95, 1]) within group (order by inbox) as inbox,
                    percentile_cont(array[0.5, 0.95, 1]) within group (order by vendor) as vendor
                from told group by kind order by kind
                """)
                .param("from", Sql.at(from))
                .param("to", Sql.at(to))
                .query((row, number) -> new NoticeTiming(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getLong("notices"),
                        seconds(row.getArray("inbox")),
                        seconds(row.getArray("vendor"))))
                .list();
    }

    private static Seconds seconds(java.sql.@org.jspecify.annotations.Nullable Array array)
            throws java.sql.SQLException {
        if (array == null) {
            return new Seconds(0, 0, 0);
        }
        Double[] three = (Double[]) array.getArray();
        return three[0] == null ? new Seconds(0, 0, 0) : new Seconds(three[0], three[1], three[2]);
    }
}
