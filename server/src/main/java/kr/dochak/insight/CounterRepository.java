package kr.dochak.insight;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.dochak.database.Sql;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PromiseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counters behind the board; only ever added to, by batches. */
@Repository
class CounterRepository {

    /** One more order in a bucket. */
    record Measured(MallId tenantId, LocalDate day, Step step, int bucket) {}

    /** One more promise of a day. */
    record Ended(MallId tenantId, LocalDate day, boolean kept) {}

    private final JdbcClient jdbc;

    CounterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that these endings are counted; answers those that were not before. */
    Set<PromiseId> countOnce(Collection<PromiseId> promiseIds, Instant now) {
        return new HashSet<>(jdbc.sql("""
                insert into insight.counted_promise (promise_id, counted_at) select u.id, :now from unnest(:ids) as u (id)
                on conflict do nothing returning promise_id
                """)
                .param("now", Sql.at(now))
                .param("ids", Sql.ids(promiseIds))
                .query((row, n) -> new PromiseId(row.getLong(1)))
                .list());
    }

    void addLeads(List<Measured> measured) {
        jdbc.sql("""
                insert into insight.stage_lead (tenant_id, day, step, bucket, orders)
                select m.tenant, m.day::date, m.step, m.bucket, count(*)
                from unnest(:tenants, :days, :steps, :buckets) as m (tenant, day, step, bucket)
                group by 1, 2, 3, 4 order by 1, 2, 3, 4
                on conflict (tenant_id, day, step, bucket) do update set orders = stage_lead.orders + excluded.orders
                """)
                .param("tenants", Sql.ids(measured, Measured::tenantId))
                .param("days", Sql.texts(measured, one -> one.day().toString()))
                .param("steps", Sql.texts(measured, one -> one.step().name()))
                .param("buckets", Sql.ints(measured, Measured::bucket))
                .update();
    }

    void addEndings(List<Ended> ended) {
        jdbc.sql("""
                insert into insight.kept_day (tenant_id, day, kept, missed)
                select e.tenant, e.day::date, sum(e.kept), sum(1 - e.kept)
                from unnest(:tenants, :days, :kept) as e (tenant, day, kept)
                group by 1, 2 order by 1, 2
                on conflict (tenant_id, day) do update
                set kept = kept_day.kept + excluded.kept, missed = kept_day.missed + excluded.missed
                """)
                .param("tenants", Sql.ids(ended, Ended::tenantId))
                .param("days", Sql.texts(ended, one -> one.day().toString()))
                .param("kept", Sql.ints(ended, one -> one.kept() ? 1 : 0))
                .update();
    }

    /** Of so many orders these took longer. */
    record Share(long slower, long all) {}

    Share slower(@Nullable MallId tenantId, Step step, LocalDate from, LocalDate until, int bucket) {
        return jdbc.sql("""
                select coalesce(sum(orders) filter (where bucket > :bucket), 0) as slower, coalesce(sum(orders), 0) as counted
                from insight.stage_lead
                where (:tenant::bigint is null or tenant_id = :tenant) and day >= :from::date and day < :until::date
                  and step = :step
                """)
                .param("tenant", Id.valueOf(tenantId))
                .param("step", step.name())
                .param("from", from.toString())
                .param("until", until.toString())
                .param("bucket", bucket)
                .query((row, n) -> new Share(row.getLong("slower"), row.getLong("counted")))
                .single();
    }

    Map<Step, SortedMap<Integer, Long>> leads(MallId tenantId, LocalDate day) {
        Map<Step, SortedMap<Integer, Long>> counts = new EnumMap<>(Step.class);
        jdbc.sql("select step, bucket, orders from insight.stage_lead where tenant_id = :tenant and day = :day")
                .param("tenant", tenantId.value())
                .param("day", Date.valueOf(day))
                .query(row -> {
                    counts.computeIfAbsent(Step.valueOf(row.getString("step")), unused -> new TreeMap<>())
                            .put(row.getInt("bucket"), row.getLong("orders"));
                });
        return counts;
    }

    Optional<KeptDay> kept(MallId tenantId, LocalDate day) {
        return jdbc.sql("select kept, missed from insight.kept_day where tenant_id = :tenant and day = :day")
                .param("tenant", tenantId.value())
                .param("day", Date.valueOf(day))
                .query((row, n) -> new KeptDay(row.getLong("kept"), row.getLong("missed")))
                .optional();
    }
}
