package kr.dochak.messaging;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the malls' policies; a few rows, read once for each batch. */
@Repository
public class MessagingPolicies {

    private final JdbcClient jdbc;

    MessagingPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Policies all() {
        Map<MallId, MessagingPolicy> byTenant = new HashMap<>();
        jdbc.sql("select * from messaging.policy")
                .query(MessagingPolicies::read)
                .list()
                .forEach(policy -> byTenant.put(policy.tenantId(), policy));
        return new Policies(byTenant);
    }

    /** The policies by mall, with the default for malls that have none of their own. */
    public record Policies(Map<MallId, MessagingPolicy> byTenant) {

        public MessagingPolicy of(MallId tenantId) {
            return Objects.requireNonNull(
                    byTenant.getOrDefault(tenantId, byTenant.get(MallId.DEFAULT)), "no default policy");
        }
    }

    private static MessagingPolicy read(ResultSet row, int number) throws SQLException {
        return new MessagingPolicy(
                new MallId(row.getLong("tenant_id")),
                routes(row.getArray("routes")),
                routes(row.getArray("code_routes")),
                Duration.ofSeconds(row.getInt("delay_hold_seconds")),
                Duration.ofMinutes(row.getInt("merge_minutes")),
                row.getInt("hourly_limit"),
                row.getString("care_contact"));
    }

    private static List<List<ChannelName>> routes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(route -> Arrays.stream(route.split(">"))
                        .map(ChannelName::valueOf)
                        .toList())
                .toList();
    }
}
