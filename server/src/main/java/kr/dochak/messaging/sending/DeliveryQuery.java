package kr.dochak.messaging.sending;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryFigures.OfChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the outside channels are doing. */
@Repository
class DeliveryQuery {

    private final JdbcClient jdbc;

    DeliveryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OfChannel> figures(Set<ChannelName> on, Instant now) {
        Map<ChannelName, OfChannel> found = new EnumMap<>(ChannelName.class);
        jdbc.sql("""
                select channel, sum(sent) as sent, sum(failed) as failed, sum(waiting) as waiting from (
                    select channel, count(*) filter (where sent_at > :since) as sent,
                        count(*) filter (where failed_at > :since) as failed, 0 as waiting
                    from messaging.delivery where created_at > :sinceCreated group by channel
                    union all
                    select channel, 0, 0, count(*) from messaging.delivery where state = 'WAITING' group by channel
                ) f group by channel
                """)
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
}
