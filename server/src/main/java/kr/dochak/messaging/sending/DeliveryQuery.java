package kr.dochak.messaging.sending;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryFigures.OfChannel;
import kr.dochak.messaging.DeliveryFigures.Unreached;
import kr.dochak.messaging.DeliveryFigures.UnreachedNotice;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the outside channels are doing. */
@Repository
class DeliveryQuery {

    private static final Duration UNREACHED_OF = Duration.ofDays(1);

    private final JdbcClient jdbc;

    DeliveryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OfChannel> figures(MallId tenantId, Set<ChannelName> on, Instant now) {
        Map<ChannelName, OfChannel> found = new EnumMap<>(ChannelName.class);
        jdbc.sql("""
                select channel, sum(sent) as sent, sum(failed) as failed, sum(waiting) as waiting from (
                    select channel, count(*) filter (where sent_at > :since) as sent,
                        count(*) filter (where failed_at > :since) as failed, 0 as waiting
                    from messaging.delivery where tenant_id = :tenant and created_at > :sinceCreated group by channel
                    union all
                    select channel, 0, 0, count(*) from messaging.delivery where tenant_id = :tenant and state = 'WAITING' group by channel
                ) f group by channel
                """)
                .param("tenant", tenantId.value())
                .param("since", Timestamp.from(now.minus(Duration.ofHours(1))))
                .param("sinceCreated", Timestamp.from(now.minus(Duration.ofHours(25))))
                .query((row, number) -> new OfChannel(
                        ChannelName.valueOf(row.getString("channel")),
                        on.contains(ChannelName.valueOf(row.getString("channel"))),
                        row.getLong("sent"),
                        row.getLong("failed"),
                        row.getLong("waiting")))
                .list()
                .forEach(figures -> found.put(figures.channel(), figures));
        return ChannelName.outside().stream()
                .map(channel -> found.getOrDefault(channel, new OfChannel(channel, on.contains(channel), 0, 0, 0)))
                .toList();
    }

    Unreached unreached(MallId tenantId, Instant now) {
        return jdbc.sql("""
                select count(distinct person_id) as customers, min(told_at) as since from messaging.notice
                where tenant_id = :tenant and unreached and told_at > :since
                """)
                .param("tenant", tenantId.value())
                .param("since", Sql.at(now.minus(UNREACHED_OF)))
                .query((row, number) -> new Unreached(row.getLong("customers"), Sql.instant(row, "since")))
                .single();
    }

    List<UnreachedNotice> unreachedNotices(MallId tenantId, Instant now, int most) {
        return jdbc.sql("""
                select id, kind, person_id, order_id, told_at from messaging.notice
                where tenant_id = :tenant and unreached and told_at > :since order by told_at desc limit :most
                """)
                .param("tenant", tenantId.value())
                .param("since", Sql.at(now.minus(UNREACHED_OF)))
                .param("most", most)
                .query((row, number) -> new UnreachedNotice(
                        row.getLong("id"),
                        NoticeKind.valueOf(row.getString("kind")),
                        new PersonId(row.getLong("person_id")),
                        OrderId.ofNullable(row.getObject("order_id", Long.class)),
                        Sql.moment(row, "told_at")))
                .list();
    }
}
