package kr.dochak.messaging.policy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import kr.dochak.messaging.ChannelName;
import kr.dochak.settings.Settings;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the malls' policies; a few rows, read once for each batch. */
@Repository
public class MessagingPolicies {

    private final JdbcClient jdbc;
    private final Settings settings;

    MessagingPolicies(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public Policies all() {
        Map<MallId, MessagingPolicy> byTenant = new HashMap<>();
        jdbc.sql("select * from messaging.policy")
                .query(MessagingPolicies::read)
                .list()
                .forEach(policy -> byTenant.put(policy.tenantId(), policy));
        return new Policies(byTenant, settings);
    }

    /** The policies by mall, with the default for malls that have none of their own. */
    public record Policies(Map<MallId, MessagingPolicy> byTenant, Settings settings) {

        public MessagingPolicy of(MallId tenantId) {
            MessagingPolicy stored = Objects.requireNonNull(
                    byTenant.getOrDefault(tenantId, byTenant.get(MallId.DEFAULT)), "no default policy");
            return new MessagingPolicy(
                    stored.tenantId(),
                    stored.routes(),
                    stored.codeRoutes(),
                    stored.delayHold(),
                    settings.of(MessagingNumbers.MERGE_WITHIN, tenantId),
                    settings.of(MessagingNumbers.HOURLY_LIMIT, tenantId),
                    stored.careContact(),
                    settings.of(MessagingNumbers.CONTACT_WITHIN, tenantId),
                    settings.of(MessagingNumbers.CARRIER_ANSWERS_WITHIN, tenantId));
        }
    }

    /** The numbers that stood in the table before they had a page, by mall. */
    Map<MallId, Long> former(ToLongFunction<MessagingPolicy> number) {
        Map<MallId, Long> numbers = new HashMap<>();
        jdbc.sql("select * from messaging.policy")
                .query(MessagingPolicies::read)
                .list()
                .forEach(policy -> numbers.put(policy.tenantId(), number.applyAsLong(policy)));
        return numbers;
    }

    private static MessagingPolicy read(ResultSet row, int number) throws SQLException {
        return new MessagingPolicy(
                new MallId(row.getLong("tenant_id")),
                routes(row.getArray("routes")),
                routes(row.getArray("code_routes")),
                Duration.ofSeconds(row.getInt("delay_hold_seconds")),
                Duration.ofMinutes(row.getInt("merge_minutes")),
                row.getInt("hourly_limit"),
                row.getString("care_contact"),
                Duration.ofMinutes(row.getInt("contact_minutes")),
                Duration.ofMinutes(row.getInt("carrier_answer_minutes")));
    }

    private static List<List<ChannelName>> routes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(route -> Arrays.stream(route.split(">"))
                        .map(ChannelName::valueOf)
                        .toList())
                .toList();
    }
}
