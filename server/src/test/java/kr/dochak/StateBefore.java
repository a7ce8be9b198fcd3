package kr.dochak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that a killed server left when windows rested on sentences, for one application context to start on. */
class StateBefore extends TestDatabase {

    private static final String ROWS = "/before/windows-as-sentences.sql";

    /** What somebody of that company had changed by hand, since there was no page: each must be found again in its place of today. */
    private static final String NUMBERS_OF_A_COMPANY = """
            update compensation.approval_limit set most_won = 70000 where role = 'LEAD';
            update compensation.approval_rule set alone_up_to = 30000;
            update benefits.validity set days = 400 where unit = 'POINTS';
            update messaging.policy set hourly_limit = 9 where tenant_id = 0;
            """;

    /** The last migration of each module then. */
    private static final Map<String, String> MIGRATIONS = Map.ofEntries(
            Map.entry("__root", "1"),
            Map.entry("benefits", "2"),
            Map.entry("care", "10"),
            Map.entry("compensation", "5"),
            Map.entry("identity", "10"),
            Map.entry("insight", "2"),
            Map.entry("messaging", "10"),
            Map.entry("orders", "4"),
            Map.entry("promise", "20"),
            Map.entry("shared", "1"),
            Map.entry("tracking", "11"),
            Map.entry("webhooks", "1"));

    private static State left;

    /** What the server left. */
    static State left() {
        return left;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        super.initialize(context);
        String url = Objects.requireNonNull(context.getEnvironment().getProperty("dochak.database.url"));
        MIGRATIONS.forEach((module, last) -> migrate(url, module, last));
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            load(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the state before cannot be loaded", e);
        }
        left = State.of(JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres")));
    }

    private static void migrate(String url, String module, String last) {
        Flyway.configure()
                .dataSource(url, OWNER, OWNER)
                .locations("classpath:db/migration/" + module)
                .table("flyway_schema_history" + (module.equals("__root") ? "" : "_" + module))
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .target(last)
                .load()
                .migrate();
    }

    /** A line is a statement; the rows of a copy follow it, as in a dump. */
    private static void load(Connection connection) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(StateBefore.class.getResourceAsStream(ROWS)), StandardCharsets.UTF_8))) {
            statement.execute("set session_replication_role = replica");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    copies.copyIn(line, new StringReader(rows(lines)));
                } else {
                    statement.execute(line);
                }
            }
            statement.execute(NUMBERS_OF_A_COMPANY);
        }
    }

    private static String rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !line.equals("\\."); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }

    /**
     * What can be counted.
     *
     * @param facts those that wait, each with its listener
     * @param waiting the keys of messages to be sent, and {@code sent} of those that were
     * @param effects what there is of each order, with how often
     * @param shown what the windows of each promise rested on, in their order, and {@code settled} the last of one that ended
     * @param history all that never changes of promises and windows, as a sum
     */
    record State(
            List<String> facts,
            List<String> waiting,
            List<String> sent,
            List<String> effects,
            long missed,
            String history,
            Map<Long, List<String>> shown,
            Map<Long, List<String>> settled,
            long lastPromise,
            long lastWindow,
            int model) {

        static State of(JdbcClient jdbc) {
            return new State(
                    jdbc.sql("""
                            select regexp_replace(listener_id, '^.*\\.(\\w+)\\.on\\(.*\\$(\\w+)\\)$', '\\1 \\2')
                            from event_publication
                            """).query(String.class).list(),
                    keys(jdbc, "WAITING"),
                    keys(jdbc, "SENT"),
                    effects(jdbc),
                    one(jdbc, "select sum(missed) from insight.kept_day"),
                    history(jdbc, Long.MAX_VALUE, Long.MAX_VALUE),
                    bases(jdbc, "select promise_id, basis from promise.ledger order by id"),
                    bases(jdbc, "select id, basis from promise.promise where state <> 'OPEN'"),
                    one(jdbc, "select max(id) from promise.promise"),
                    one(jdbc, "select max(id) from promise.ledger"),
                    (int) one(jdbc, "select id from promise.model where state = 'IN_USE'"));
        }

        private static long one(JdbcClient jdbc, String sql) {
            return jdbc.sql(sql).query(Long.class).single();
        }

        static List<String> keys(JdbcClient jdbc, String state) {
            return jdbc.sql("select key from messaging.delivery where state = :state")
                    .param("state", state)
                    .query(String.class)
                    .list();
        }

        private static Map<Long, List<String>> bases(JdbcClient jdbc, String sql) {
            return jdbc.sql(sql).query((row, n) -> Map.entry(row.getLong(1), row.getString(2))).list().stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        }

        private static List<String> effects(JdbcClient jdbc) {
            return jdbc.sql("""
                    with effect (order_id, what) as (
                        select order_id, 'promise ' || state || ' of ' || total_won from promise.promise
                        union all
                        select order_id, 'parcel' from promise.promise where shipment_id is not null
                        union all
                        select p.order_id, 'window of ' || l.source
                        from promise.ledger l join promise.promise p on p.id = l.promise_id
                        where l.source in ('ORDER', 'REVISION', 'CUSTOMER')
                        union all
                        select p.order_id, 'counted'
                        from insight.counted_promise c join promise.promise p on p.id = c.promise_id
                        union all
                        select order_id, 'known' from messaging.known_order
                        union all
                        select order_id, 'known as cancelled' from messaging.known_order where cancelled_at is not null
                        union all
                        select order_id, 'notice ' || kind from messaging.notice
                        union all
                        select order_id, 'notice of a grant'
                        from messaging.notice, jsonb_path_query(facts, '$.grants[*] ? (@ != null)')
                        union all
                        select order_id, 'grant ' || rule_id from compensation.grant_decision
                        union all
                        select order_id, 'points' from benefits.point_grant
                        union all
                        select p.order_id, 'event ' || e.type
                        from webhooks.event e join promise.promise p on p.id::text = split_part(e.subject, '/', 2)
                    )
                    select o.order_no || ': ' || what || ' × ' || count(*)
                    from effect join orders.customer_order o on o.id = order_id
                    group by o.order_no, what order by 1
                    """).query(String.class).list();
        }

        static String history(JdbcClient jdbc, long lastPromise, long lastWindow) {
            return jdbc.sql("""
                    select (select count(*) || ' promises ' || md5(string_agg(concat_ws(' ', id, order_id, confirmed_at),
                                ',' order by id))
                            from promise.promise where id <= :promise)
                        || (select count(*) || ' windows ' || md5(string_agg(concat_ws(' ', id, promise_id, made_at, p10, p50,
                                p90, promised_from, promised_to, source, model_version), ',' order by id))
                            from promise.ledger where id <= :window)
                    """)
                    .param("promise", lastPromise)
                    .param("window", lastWindow)
                    .query(String.class)
                    .single();
        }
    }
}
