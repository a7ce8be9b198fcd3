package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryFigures.Alarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Refusals that a person must look at, counted rather than repeated. */
@Repository
class ChannelAlarmRepository {

    private final JdbcClient jdbc;

    ChannelAlarmRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void raise(ChannelName channel, String code, String detail, Instant now) {
        jdbc.sql("""
                insert into messaging.alarm (channel, code, detail, times, first_at, last_at)
                values (:channel, :code, :detail, 1, :now, :now)
                on conflict (channel, code, detail) do update set times = alarm.times + 1, last_at = excluded.last_at
                """)
                .param("channel", channel.name())
                .param("code", code)
                .param("detail", detail)
                .param("now", Sql.at(now))
                .update();
    }

    List<Alarm> within(Duration past, Instant now) {
        return jdbc.sql("select * from messaging.alarm where last_at > :since order by last_at desc")
                .param("since", Sql.at(now.minus(past)))
                .query((row, number) -> new Alarm(
                        ChannelName.valueOf(row.getString("channel")),
                        row.getString("code"),
                        row.getString("detail"),
                        row.getLong("times"),
                        Sql.moment(row, "first_at"),
                        Sql.moment(row, "last_at")))
                .list();
    }
}
