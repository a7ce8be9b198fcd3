package kr.dochak.care.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of tasks. */
@Repository
public class TaskRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TaskRows reading;

    TaskRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.reading = new TaskRows(json);
    }

    /** Opens these, each once; answers those that are new. */
    public List<Task> open(List<NewTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into care.task (kind, subject, tenant_id, person_id, order_id, shipment_id, case_id, wished, before,
                    owner_id, owner_name, opened_at, due_at)
                select * from unnest(:kind::text[], :subject::text[], :tenant::bigint[], :person::bigint[], :order::bigint[],
                    :shipment::bigint[], :case::bigint[], :wished::text[]::jsonb[], :before::text[]::jsonb[],
                    :owner::bigint[], :name::text[], :opened::timestamptz[], :due::timestamptz[])
                on conflict do nothing
                returning *
                """)
                .params(Rows.of(tasks)
                        .name("kind", NewTask::kind)
                        .text("subject", NewTask::subject)
                        .id("tenant", NewTask::tenantId)
                        .id("person", NewTask::personId)
                        .id("order", NewTask::orderId)
                        .id("shipment", NewTask::shipmentId)
                        .id("case", NewTask::caseId)
                        .text("wished", task -> text(task.wished()))
                        .text("before", task -> text(task.before()))
                        .number(
                                "owner",
                                task -> task.owner() == null
                                        ? null
                                        : task.owner().staffId())
                        .text(
                                "name",
                                task -> task.owner() == null
                                        ? null
                                        : task.owner().name())
                        .at("opened", NewTask::openedAt)
                        .at("due", NewTask::dueAt)
                        .params())
                .query(reading)
                .list();
    }

    public Optional<Task> find(long taskId) {
        return jdbc.sql("select * from care.task where id = :id")
                .param("id", taskId)
                .query(reading)
                .optional();
    }

    public Optional<Task> lock(long taskId) {
        return jdbc.sql("select * from care.task where id = :id for update")
                .param("id", taskId)
                .query(reading)
                .optional();
    }

    /** Of an order, the oldest first; ended ones too. */
    public List<Task> ofOrders(Collection<OrderId> orderIds) {
        return jdbc.sql("select * from care.task where order_id = any (:orders::bigint[]) order by id")
                .param("orders", Sql.ids(orderIds))
                .query(reading)
                .list();
    }

    public List<Task> ofCase(CaseId caseId) {
        return jdbc.sql("select * from care.task where case_id = :case order by id")
                .param("case", caseId.value())
                .query(reading)
                .list();
    }

    /** The open ones about an order, locked. */
    public List<Task> lockOpen(Collection<OrderId> orderIds, TaskKind kind) {
        return jdbc.sql("""
                select * from care.task
                where order_id = any (:orders::bigint[]) and kind = :kind and ended_at is null
                order by id for update
                """)
                .param("orders", Sql.ids(orderIds))
                .param("kind", kind.name())
                .query(reading)
                .list();
    }

    /** The open ones about these parcels, locked. */
    public List<Task> lockOpenOf(Collection<ShipmentId> shipmentIds) {
        return jdbc.sql("""
                select * from care.task where shipment_id = any (:shipments::bigint[]) and ended_at is null
                order by id for update
                """)
                .param("shipments", Sql.ids(shipmentIds))
                .query(reading)
                .list();
    }

    /** The most pressing first. */
    public Keyset<Task> queue(TaskFilter filter, Instant now, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<Task> rows = jdbc.sql("""
                        select t.* from unnest(:malls::bigint[]) as mall (id) cross join lateral (
                        select * from care.task
                        where tenant_id = mall.id and ended_at is null
                          and (:owners::bigint[] is null or owner_id = any (:owners::bigint[]))
                          and (:kind::text is null or kind = :kind)
                          and (not :overdue or due_at < :now)
                          and (:all or order_id = any(:orders::bigint[]) or person_id = any(:people::bigint[]))
                          and (:afterAt::timestamptz is null or (due_at, id) > (:afterAt::timestamptz, :afterId))
                        order by due_at, id
                        limit :limit) t
                        order by t.due_at, t.id
                        limit :limit
                        """)
                .param("malls", Sql.ids(filter.malls()))
                .param(
                        "owners",
                        filter.owners() == null ? null : filter.owners().toArray(Long[]::new))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("overdue", filter.overdue())
                .param("all", filter.about() == null)
                .param(
                        "orders",
                        Sql.ids(
                                filter.about() == null
                                        ? List.of()
                                        : filter.about().orders()))
                .param(
                        "people",
                        Sql.ids(
                                filter.about() == null
                                        ? List.of()
                                        : filter.about().people()))
                .param("now", Sql.at(now))
                .param("afterAt", Sql.at(after.instant(0)))
                .param("afterId", after.number(1, 0))
                .param("limit", limit + 1)
                .query(reading)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.dueAt(), last.taskId()));
    }

    public TaskFigures figures(Collection<MallId> malls, Instant now) {
        record Count(
                TaskKind kind,
                long open,
                long late,
                @Nullable Instant since) {}
        Map<TaskKind, Long> open = new EnumMap<>(TaskKind.class);
        List<Count> counts = jdbc.sql("""
                        select kind, count(*) as open, count(*) filter (where due_at < :now) as late,
                            min(due_at) filter (where due_at < :now) as since
                        from care.task where tenant_id = any (:malls::bigint[]) and ended_at is null group by kind
                        """)
                .param("malls", Sql.ids(malls))
                .param("now", Sql.at(now))
                .query((row, number) -> new Count(
                        TaskKind.valueOf(row.getString("kind")),
                        row.getLong("open"),
                        row.getLong("late"),
                        Sql.instant(row, "since")))
                .list();
        Instant since = null;
        long late = 0;
        for (Count count : counts) {
            open.put(count.kind(), count.open());
            late += count.late();
            Instant at = count.since();
            since = at != null && (since == null || at.isBefore(since)) ? at : since;
        }
        return new TaskFigures(open, late, since);
    }

    /** How many open tasks each of these members of staff has; whoever has none is missing. */
    public Map<Long, Integer> load(MallId tenantId) {
        Map<Long, Integer> load = new HashMap<>();
        jdbc.sql("""
                select owner_id, count(*) from care.task
                where tenant_id = :tenant and ended_at is null and owner_id is not null group by owner_id
                """).param("tenant", tenantId.value()).query(row -> {
            load.put(row.getLong(1), row.getInt(2));
        });
        return load;
    }

    /** Ends these, as far as they are open. */
    public void end(Collection<Task> tasks, Outcome outcome, String by, String note, Instant at) {
        jdbc.sql("""
                update care.task set ended_at = :at, outcome = :outcome, ended_by = :by, note = :note
                where id = any (:ids::bigint[]) and ended_at is null
                """)
                .param("ids", tasks.stream().map(Task::taskId).toArray(Long[]::new))
                .param("outcome", outcome.name())
                .param("by", by)
                .param("note", note)
                .param("at", Sql.at(at))
                .update();
    }

    /** Tried in vain: it is due anew. */
    public void again(Task task, Instant dueAt) {
        jdbc.sql("update care.task set tries = tries + 1, due_at = :due, overdue_at = null where id = :id")
                .param("id", task.taskId())
                .param("due", Sql.at(dueAt))
                .update();
    }

    public void own(Task task, CaseOwner owner) {
        jdbc.sql("update care.task set owner_id = :owner, owner_name = :name where id = :id")
                .param("id", task.taskId())
                .param("owner", owner.staffId())
                .param("name", owner.name())
                .update();
    }

    /** Marks what is late now, each once, and answers it. */
    public List<Task> markOverdue(Instant now, int limit) {
        return jdbc.sql("""
                update care.task set overdue_at = :now where id in (
                    select id from care.task where ended_at is null and overdue_at is null and due_at <= :now
                    order by due_at limit :limit for update skip locked)
                returning *
                """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(reading)
                .list();
    }

    public @Nullable Instant nextDue() {
        return jdbc.sql("select min(due_at) from care.task where ended_at is null and overdue_at is null")
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, 1)))
                .single()
                .orElse(null);
    }

    private @Nullable String text(@Nullable Wish request) {
        return request == null ? null : json.writeValueAsString(request);
    }
}
