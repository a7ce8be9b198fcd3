package kr.dochak.care.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks as staff set them; a mall without rows of its own goes by those of tenant 0. */
@Repository
public class SlaPolicies {

    private record Row(Urgency urgency, SlaPolicy.Target target) {}

    private final JdbcClient jdbc;

    SlaPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SlaPolicy of(MallId tenantId) {
        Map<Urgency, SlaPolicy.Target> targets = new EnumMap<>(Urgency.class);
        jdbc.sql("""
                        select distinct on (urgency) * from care.sla_policy where tenant_id in (0, :tenant)
                        order by urgency, tenant_id desc
                        """)
                .param("tenant", tenantId.value())
                .query(SlaPolicies::row)
                .list()
                .forEach(row -> targets.put(row.urgency(), row.target()));
        return new SlaPolicy(targets);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                Urgency.valueOf(row.getString("urgency")),
                new SlaPolicy.Target(
                        SlaPolicy.Clock.valueOf(row.getString("clock")),
                        BusinessHours.of(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)),
                        Duration.ofMinutes(row.getInt("first_reply_minutes")),
                        Duration.ofMinutes(row.getInt("solve_minutes")),
                        Duration.ofMinutes(row.getInt("escalate_minutes"))));
    }
}
