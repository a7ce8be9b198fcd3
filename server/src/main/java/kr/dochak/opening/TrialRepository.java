package kr.dochak.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Test orders and where they came past. */
@Repository
class TrialRepository {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;

    TrialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(MallId mall, String orderNo, OrderId order, @Nullable Long staff, Instant at) {
        long id = jdbc.sql("""
                insert into opening.trial (tenant_id, order_no, order_id, staff_id, begun_at, next_at)
                values (:mall, :orderNo, :order, :staff::bigint, :at, :at) returning id
                """)
                .param("mall", mall.value())
                .param("orderNo", orderNo)
                .param("order", order.value())
                .param("staff", staff)
                .param("at", Sql.at(at))
                .query(Long.class)
                .single();
        reached(id, TrialStation.PLACED, at);
        return id;
    }

    /** Those whose time has come, each for one process until {@code again}. */
    List<Trial> claim(Instant now, Duration again) {
        return jdbc
                .sql("""
                        update opening.trial set next_at = :again
                        where id in (select id from opening.trial where ended_at is null and next_at <= :now
                                     order by next_at limit :most for update skip locked)
                        returning *
                        """)
                .param("now", Sql.at(now))
                .param("again", Sql.at(now.plus(again)))
                .param("most", AT_ONCE)
                .query((row, n) -> trial(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("select min(next_at) as at from opening.trial where ended_at is null")
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single()
                .orElse(null);
    }

    Optional<Trial> find(MallId mall, long id) {
        return jdbc.sql("select * from opening.trial where id = :id and tenant_id = :mall")
                .param("id", id)
                .param("mall", mall.value())
                .query((row, n) -> trial(row))
                .optional()
                .map(this::whole);
    }

    List<Trial> of(MallId mall, int most) {
        return jdbc
                .sql("select * from opening.trial where tenant_id = :mall order by id desc limit :most")
                .param("mall", mall.value())
                .param("most", most)
                .query((row, n) -> trial(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    private Trial whole(Trial bare) {
        Map<TrialStation, Instant> reached = new EnumMap<>(TrialStation.class);
        jdbc.sql("select station, reached_at from opening.trial_station where trial_id = :id")
                .param("id", bare.id())
                .query(row -> {
                    reached.put(TrialStation.valueOf(row.getString("station")), Sql.moment(row, "reached_at"));
                });
        return new Trial(
                bare.id(),
                bare.mall(),
                bare.orderNo(),
                bare.orderId(),
                bare.probe(),
                bare.begunAt(),
                bare.endedAt(),
                bare.broken(),
                reached);
    }

    private static Trial trial(ResultSet row) throws SQLException {
        String broken = row.getString("broken");
        return new Trial(
                row.getLong("id"),
                new MallId(row.getLong("tenant_id")),
                row.getString("order_no"),
                new OrderId(row.getLong("order_id")),
                row.getObject("staff_id") == null,
                Sql.moment(row, "begun_at"),
                Sql.instant(row, "ended_at"),
                broken == null ? null : TrialStation.valueOf(broken),
                Map.of());
    }

    void reached(long id, TrialStation station, Instant at) {
        jdbc.sql("""
                insert into opening.trial_station (trial_id, station, reached_at) values (:id, :station, :at)
                on conflict do nothing
                """)
                .param("id", id)
                .param("station", station.name())
                .param("at", Sql.at(at))
                .update();
    }

    void end(long id, @Nullable TrialStation broken, Instant at) {
        jdbc.sql("update opening.trial set ended_at = :at, broken = :broken::text where id = :id and ended_at is null")
                .param("id", id)
                .param("broken", broken == null ? null : broken.name())
                .param("at", Sql.at(at))
                .update();
    }
}
