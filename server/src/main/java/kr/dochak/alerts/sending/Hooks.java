package kr.dochak.alerts.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.alerts.Severity;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.Secrets;
import kr.dochak.shared.MallId;
import kr.dochak.wire.UrlRule;
import kr.dochak.wire.Wire;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of other services that hear alerts; their addresses are sealed, since whoever has one can write there. */
@Component
public class Hooks {

    private static final int MOST_OF_A_MALL = 20;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final HookReach reach;
    private final Wire wire;
    private final InstantSource clock;

    Hooks(JdbcClient jdbc, Secrets secrets, HookReach reach, Wire wire, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.reach = reach;
        this.wire = wire;
        this.clock = clock;
    }

    /** What became of a wish to add one. */
    public sealed interface Added {

        record Done(long id) implements Added {}

        record BadAddress(UrlRule.Why why) implements Added {}

        record TooMany(int most) implements Added {}
    }

    /** A wish. */
    public record Wish(String name, HookShape shape, String url, Severity from) {}

    /** The rooms of a mall, by name. */
    public List<Hook> of(MallId mall) {
        return jdbc.sql("select * from alerts.hook where tenant_id = :mall and removed_at is null order by name, id")
                .param("mall", mall.value())
                .query(Hooks::hook)
                .list();
    }

    public Optional<Hook> find(MallId mall, long id) {
        return jdbc.sql("select * from alerts.hook where tenant_id = :mall and id = :id and removed_at is null")
                .param("mall", mall.value())
                .param("id", id)
                .query(Hooks::hook)
                .optional();
    }

    /** Where an address leads, by the rule that is asked again before each request. */
    UrlRule.Verdict judge(String url) {
        return UrlRule.judge(url, reach.reach(), reach.ports(), wire.names()::addresses);
    }

    /** Adds one; its address is judged before and at each sending. */
    @Transactional
    public Added add(MallId mall, long by, Wish wish) {
        return switch (judge(wish.url().strip())) {
            case UrlRule.Verdict.Bad(UrlRule.Why why) -> new Added.BadAddress(why);
            case UrlRule.Verdict.Good good ->
                of(mall).size() >= MOST_OF_A_MALL
                        ? new Added.TooMany(MOST_OF_A_MALL)
                        : new Added.Done(
                                insert(mall, by, wish, good.url().getHost().toLowerCase(Locale.ROOT)));
        };
    }

    private long insert(MallId mall, long by, Wish wish, String host) {
        long id = jdbc.sql("""
                insert into alerts.hook (tenant_id, name, shape, host, url, severity, created_at, created_by)
                values (:mall, :name, :shape, :host, ''::bytea, :severity, :now, :by) returning id
                """)
                .param("mall", mall.value())
                .param("name", wish.name().strip())
                .param("shape", wish.shape().name())
                .param("host", host)
                .param("severity", wish.from().name())
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
        jdbc.sql("update alerts.hook set url = :url where id = :id")
                .param("url", secrets.seal(wish.url().strip(), belongsTo(id)))
                .param("id", id)
                .update();
        return id;
    }

    /** Removes one with its secret; rules that name it are heard by nobody. */
    public boolean remove(MallId mall, long id) {
        return jdbc.sql("""
                update alerts.hook set removed_at = :now, url = ''::bytea
                where tenant_id = :mall and id = :id and removed_at is null
                """)
                        .param("mall", mall.value())
                        .param("id", id)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    /** What to send to: the shape and the whole address. */
    record Target(HookShape shape, String url) {

        @Override
        public String toString() {
            return "Target[" + shape + "]";
        }
    }

    Optional<Target> target(long id) {
        return jdbc.sql("select shape, url from alerts.hook where id = :id and removed_at is null")
                .param("id", id)
                .query((row, n) -> new Target(
                        HookShape.valueOf(row.getString("shape")), secrets.open(row.getBytes("url"), belongsTo(id))))
                .optional();
    }

    /** What it answered; empty when it took what it was sent. */
    void answered(long id, String answer) {
        Instant now = clock.instant();
        jdbc.sql("""
                update alerts.hook
                set answer = :answer, answered_at = :now, failures = case when :answer = '' then 0 else failures + 1 end
                where id = :id
                """)
                .param("id", id)
                .param("answer", answer)
                .param("now", Sql.at(now))
                .update();
    }

    private static String belongsTo(long id) {
        return "alert hook " + id;
    }

    private static Hook hook(ResultSet row, int number) throws SQLException {
        return new Hook(
                row.getLong("id"),
                row.getString("name"),
                HookShape.valueOf(row.getString("shape")),
                row.getString("host"),
                Severity.valueOf(row.getString("severity")),
                row.getString("answer"),
                Sql.instant(row, "answered_at"),
                row.getInt("failures"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HookReach.class)
    static class Settings {}
}
