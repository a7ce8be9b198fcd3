package kr.dochak.webhooks.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.Secrets;
import kr.dochak.shared.MallId;
import kr.dochak.webhooks.Endpoint.DisabledWhy;
import kr.dochak.webhooks.EndpointRepository;
import kr.dochak.webhooks.sending.RetryRule.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as it is sent: what is due, what became of it, and how well an endpoint is. */
@Repository
class SendingRepository {

    private final JdbcClient jdbc;
    private final Secrets sealed;

    SendingRepository(JdbcClient jdbc, Secrets sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** Where to send to, with the secrets that are valid now, the newest first. */
    record Target(long endpointId, String url, List<String> secrets) {}

    /** One request to make; attempts count it already. */
    record Due(MallId tenantId, long sequence, int attempts, String body) {}

    /** What came of a request. */
    record Done(Due due, Answer answer, Next next) {}

    /** Active endpoints for which something is due, but for those that are being sent to. */
    List<Long> endpointsDue(Instant now, Collection<Long> but) {
        return jdbc.sql("""
                select e.id from webhooks.endpoint e
                where e.state = 'ACTIVE' and e.id <> all(:but)
                  and exists (select 1 from webhooks.delivery d where d.endpoint_id = e.id and d.next_at <= :now)
                """)
                .param("now", Sql.at(now))
                .param("but", but.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    @Nullable Instant nextDue() {
        return jdbc.sql("""
                select min(d.next_at) as at from webhooks.endpoint e cross join lateral (
                    select next_at from webhooks.delivery
                    where endpoint_id = e.id and next_at is not null order by next_at limit 1) d
                where e.state = 'ACTIVE'
                """)
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single()
                .orElse(null);
    }

    Optional<Target> target(long endpointId, Instant now) {
        return jdbc.sql("select * from webhooks.endpoint where id = :id and state = 'ACTIVE'")
                .param("id", endpointId)
                .query((row, n) -> {
                    List<String> secrets = new ArrayList<>();
                    secrets.add(sealed.open(row.getBytes("secret"), EndpointRepository.belongsTo(endpointId)));
                    Instant until = Sql.instant(row, "old_secret_until");
                    if (until != null && now.isBefore(until)) {
                        secrets.add(sealed.open(row.getBytes("old_secret"), EndpointRepository.belongsTo(endpointId)));
                    }
                    return new Target(endpointId, row.getString("url"), secrets);
                })
                .optional();
    }

    /** Takes what is due, the oldest first; whoever takes it and dies leaves it due again after {@code lease}. */
    List<Due> claim(long endpointId, Instant now, Duration lease, int most) {
        return jdbc.sql("""
                with due as (
                    select endpoint_id, sequence from webhooks.delivery
                    where endpoint_id = :endpoint and next_at <= :now
                    order by next_at, sequence limit :most for update skip locked
                )
                update webhooks.delivery d set attempts = attempts + 1, tried_at = :now, next_at = :lease
                from due, webhooks.event e
                where d.endpoint_id = due.endpoint_id and d.sequence = due.sequence
                  and e.tenant_id = d.tenant_id and e.sequence = d.sequence
                returning d.tenant_id, d.sequence, d.attempts, e.body
                """)
                .param("endpoint", endpointId)
                .param("now", Sql.at(now))
                .param("lease", Sql.at(now.plus(lease)))
                .param("most", most)
                .query((row, n) -> new Due(new MallId(row.getLong(1)), row.getLong(2), row.getInt(3), row.getString(4)))
                .list();
    }

    void record(long endpointId, List<Done> done) {
        jdbc.sql("""
                update webhooks.delivery d
                set state = r.state, code = r.code, answer = r.answer, took_ms = r.took,
                    next_at = r.next
                from unnest(:sequence::bigint[], :state::text[], :code::int[], :answer::text[], :took::int[], :next::timestamptz[])
                    as r (sequence, state, code, answer, took, next)
                where d.endpoint_id = :endpoint and d.sequence = r.sequence
                """)
                .param("endpoint", endpointId)
                .param("sequence", Sql.longs(done, each -> each.due().sequence()))
                .param("state", Sql.texts(done, each -> state(each.next())))
                .param("code", Sql.ints(done, each -> each.answer().code()))
                .param("answer", Sql.texts(done, each -> each.answer().beginning()))
                .param("took", Sql.ints(done, each -> each.answer().tookMillis()))
                .param("next", Sql.instants(done, each -> each.next() instanceof Next.Again again ? again.at() : null))
                .update();
    }

    private static String state(Next next) {
        return switch (next) {
            case Next.Delivered delivered -> "DELIVERED";
            case Next.Again again -> "WAITING";
            case Next.GivenUp givenUp -> "GIVEN_UP";
        };
    }

    /** Keeps count of failures since the last success; answers since when there are only failures. */
    Optional<Instant> health(long endpointId, long failures, boolean anyTaken, Instant now) {
        return jdbc.sql("""
                update webhooks.endpoint
                set failures = case when :taken then 0 else failures + :failures end,
                    failing_since = case when :taken then null else coalesce(failing_since, :now) end,
                    last_success_at = case when :taken then :now else last_success_at end
                where id = :id
                returning failing_since
                """)
                .param("id", endpointId)
                .param("failures", failures)
                .param("taken", anyTaken)
                .param("now", Sql.at(now))
                .query((row, n) -> Optional.ofNullable(Sql.instant(row, "failing_since")))
                .optional()
                .flatMap(since -> since);
    }

    void disable(long endpointId, DisabledWhy why, Instant now) {
        jdbc.sql("""
                update webhooks.endpoint set state = 'DISABLED', disabled_why = :why, state_at = :now
                where id = :id and state = 'ACTIVE'
                """)
                .param("id", endpointId)
                .param("why", why.name())
                .param("now", Sql.at(now))
                .update();
    }
}
