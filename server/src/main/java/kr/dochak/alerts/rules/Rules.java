package kr.dochak.alerts.rules;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.alerts.AlertKind;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of who hears what: a mall's own for a kind, and else those that come with the product (MSG-7). */
@Component
public class Rules {

    /** How long another process may still follow the rules of before. */
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private static final int MOST_RULES = 500;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final InstantSource clock;
    private final Cache<MallId, List<AlertRule>> own = TimedCache.lasting(BELIEVED, InstantSource.system());

    Rules(JdbcClient jdbc, Changes changes, InstantSource clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** The rules that hold for a kind in a mall, in the order of their steps. */
    public List<AlertRule> of(MallId mall, AlertKind kind) {
        List<AlertRule> chosen = own.get(mall, this::read).stream()
                .filter(each -> each.kind().equals(kind.key()))
                .toList();
        return chosen.isEmpty() ? ShippedRules.of(kind) : chosen;
    }

    private List<AlertRule> read(MallId mall) {
        return jdbc.sql("select * from alerts.rule where tenant_id = :mall order by kind, step, id limit :most")
                .param("mall", mall.value())
                .param("most", MOST_RULES)
                .query((row, n) -> new AlertRule(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getInt("step"),
                        Audience.Sort.valueOf(row.getString("audience")).read(row.getString("who")),
                        row.getBoolean("bell"),
                        row.getBoolean("mail"),
                        row.getBoolean("duty_only")))
                .list();
    }

    /** Adds a rule of the mall's own; the same audience at the same step is heard as this one says. */
    @Transactional
    public void add(MallId mall, long by, AlertRule rule) {
        jdbc.sql("""
                insert into alerts.rule (tenant_id, kind, step, audience, who, bell, mail, duty_only, created_at, created_by)
                values (:mall, :kind, :step, :audience, :who, :bell, :mail, :duty, :now, :by)
                on conflict (tenant_id, kind, step, audience, who)
                do update set bell = excluded.bell, mail = excluded.mail, duty_only = excluded.duty_only
                """)
                .param("mall", mall.value())
                .param("kind", rule.kind())
                .param("step", rule.step())
                .param("audience", rule.audience().sort().name())
                .param("who", rule.audience().who())
                .param("bell", rule.bell())
                .param("mail", rule.mail())
                .param("duty", rule.dutyOnly())
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .update();
        changes.note(noted(rule), Actor.of(mall, by, ""));
        own.invalidateAll();
    }

    private static Change noted(AlertRule rule) {
        return Change.of("alerts", rule.kind())
                .with("step", "", rule.step())
                .with(
                        "audience",
                        "",
                        rule.audience().sort() + " " + rule.audience().who())
                .with("bell", "", rule.bell())
                .with("mail", "", rule.mail())
                .with("duty-only", "", rule.dutyOnly());
    }

    /** Removes a rule; with the last one of a kind those of the product hold again. */
    public boolean remove(MallId mall, long id) {
        boolean removed = jdbc.sql("delete from alerts.rule where tenant_id = :mall and id = :id")
                        .param("mall", mall.value())
                        .param("id", id)
                        .update()
                > 0;
        own.invalidateAll();
        return removed;
    }
}
