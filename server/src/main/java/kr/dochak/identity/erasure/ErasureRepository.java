package kr.dochak.identity.erasure;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Erasures and their steps. */
@Repository
class ErasureRepository {

    private static final TypeReference<List<Hindrance>> HINDRANCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    /** The stored form must not change with the settings of the API's JSON. */
    private final JsonMapper json = JsonMapper.builder().build();

    ErasureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A wish as it comes in. */
    record NewErasure(
            MallId tenantId,
            Erasure.State state,
            Erasure.Cause cause,
            @Nullable Long requestedBy,
            Instant requestedAt,
            Instant graceUntil,
            Instant dueAt) {}

    /** Locks the people, so that two wishes for the same one are one; answers those of the mall who are not erased. */
    List<PersonId> lockPeople(MallId tenantId, List<PersonId> people) {
        return jdbc.sql("""
                select id from identity.person
                where id = any(:ids) and tenant_id = :tenant and erased_at is null
                order by id for update
                """)
                .param("ids", Sql.ids(people))
                .param("tenant", tenantId.value())
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    long insert(NewErasure erasure, List<PersonId> people) {
        long id = jdbc.sql("""
                insert into identity.erasure
                    (tenant_id, state, cause, requested_by, requested_at, grace_until, due_at, next_look_at)
                values (:tenant, :state, :cause, :requestedBy::bigint, :requestedAt, :grace, :due, :grace)
                returning id
                """)
                .param("tenant", erasure.tenantId().value())
                .param("state", erasure.state().name())
                .param("cause", erasure.cause().name())
                .param("requestedBy", erasure.requestedBy())
                .param("requestedAt", Sql.at(erasure.requestedAt()))
                .param("grace", Sql.at(erasure.graceUntil()))
                .param("due", Sql.at(erasure.dueAt()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into identity.erasure_person (erasure_id, person_id) select :id, unnest(:people::bigint[])")
                .param("id", id)
                .param("people", Sql.ids(people))
                .update();
        return id;
    }

    Optional<Erasure> byId(long id) {
        return jdbc.sql("""
                select e.*, array(select p.person_id from identity.erasure_person p where p.erasure_id = e.id order by 1) as people
                from identity.erasure e where e.id = :id
                """).param("id", id).query(this::erasure).optional();
    }

    /** Locks it, unless another process is at work on it. */
    boolean claim(long id) {
        return jdbc.sql("select id from identity.erasure where id = :id for update skip locked")
                .param("id", id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Waits for it and locks it. */
    Optional<Erasure> lock(long id) {
        jdbc.sql("select id from identity.erasure where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return byId(id);
    }

    /** The newest wish for any of these people. */
    Optional<Erasure> newestOf(List<PersonId> people) {
        return jdbc.sql("""
                select e.*, array(select p.person_id from identity.erasure_person p where p.erasure_id = e.id order by 1) as people
                from identity.erasure e
                where e.id in (select p.erasure_id from identity.erasure_person p where p.person_id = any(:people))
                order by e.ended_at is null desc, e.id desc limit 1
                """)
                .param("people", Sql.ids(people))
                .query(this::erasure)
                .optional();
    }

    /** Those of a mall, open ones first by their deadline, then the newest. */
    List<Erasure> ofTenant(MallId tenantId, int most) {
        return jdbc.sql("""
                select e.*, array(select p.person_id from identity.erasure_person p where p.erasure_id = e.id order by 1) as people
                from identity.erasure e
                where e.tenant_id = :tenant
                order by e.ended_at is not null, case when e.ended_at is null then e.due_at end, e.id desc
                limit :most
                """)
                .param("tenant", tenantId.value())
                .param("most", most)
                .query(this::erasure)
                .list();
    }

    /** Those of all malls to which nobody has agreed yet. */
    List<Erasure> proposed() {
        return jdbc.sql("""
                select e.*, array(select p.person_id from identity.erasure_person p where p.erasure_id = e.id order by 1) as people
                from identity.erasure e where e.state = 'PROPOSED' order by e.id
                """).query(this::erasure).list();
    }

    /** What may be worked on now. */
    List<Long> due(Instant now, int most) {
        return jdbc.sql("""
                select id from identity.erasure
                where state in ('REQUESTED', 'WAITING', 'RUNNING') and next_look_at <= :now
                order by next_look_at, id limit :most
                """)
                .param("now", Sql.at(now))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    List<Erasures.Gone> goneSince(Instant from) {
        return jdbc.sql("""
                select e.tenant_id, p.person_id, e.keys_destroyed_at
                from identity.erasure e join identity.erasure_person p on p.erasure_id = e.id
                where e.keys_destroyed_at >= :from
                order by e.keys_destroyed_at, p.person_id
                """)
                .param("from", Sql.at(from))
                .query((row, n) -> new Erasures.Gone(
                        new MallId(row.getLong("tenant_id")),
                        new PersonId(row.getLong("person_id")),
                        Sql.moment(row, "keys_destroyed_at")))
                .list();
    }

    void approve(long id, long staffId, Instant graceUntil) {
        jdbc.sql("""
                update identity.erasure
                set state = 'REQUESTED', approved_by = :staff, grace_until = :grace, next_look_at = :grace
                where id = :id
                """)
                .param("id", id)
                .param("staff", staffId)
                .param("grace", Sql.at(graceUntil))
                .update();
    }

    void withdraw(long id, Instant at) {
        jdbc.sql("update identity.erasure set state = 'WITHDRAWN', ended_at = :at where id = :id")
                .param("id", id)
                .param("at", Sql.at(at))
                .update();
    }

    void await(long id, List<Hindrance> hindrances, Instant nextLook) {
        jdbc.sql("""
                update identity.erasure set state = 'WAITING', waits_for = :waits::jsonb, next_look_at = :next where id = :id
                """)
                .param("id", id)
                .param("waits", json.writeValueAsString(hindrances))
                .param("next", Sql.at(nextLook))
                .update();
    }

    void begin(long id) {
        jdbc.sql("update identity.erasure set state = 'RUNNING', waits_for = '[]' where id = :id")
                .param("id", id)
                .update();
    }

    Set<String> steps(long id) {
        return new HashSet<>(jdbc.sql("select step from identity.erasure_step where erasure_id = :id")
                .param("id", id)
                .query(String.class)
                .list());
    }

    void done(long id, String step, int rows, Instant at) {
        jdbc.sql("insert into identity.erasure_step (erasure_id, step, rows, at) values (:id, :step, :rows, :at)")
                .param("id", id)
                .param("step", step)
                .param("rows", rows)
                .param("at", Sql.at(at))
                .update();
    }

    /** How many rows each step that begins so touched, by the rest of its name. */
    Map<String, Integer> rows(long id, String prefix) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        jdbc.sql("""
                select substr(step, length(:prefix) + 1) as module, rows from identity.erasure_step
                where erasure_id = :id and starts_with(step, :prefix) order by at, step
                """).param("id", id).param("prefix", prefix).query(row -> {
            rows.put(row.getString("module"), row.getInt("rows"));
        });
        return rows;
    }

    void finish(long id, Certificate certificate, Instant at) {
        jdbc.sql("""
                update identity.erasure
                set state = 'DONE', ended_at = :at, keys_destroyed_at = :at, certificate = :certificate::jsonb
                where id = :id
                """)
                .param("id", id)
                .param("at", Sql.at(at))
                .param("certificate", json.writeValueAsString(certificate))
                .update();
    }

    /** Those whose bytes are still to be written over. */
    List<Long> toRewrite() {
        return jdbc.sql("select id from identity.erasure where state = 'DONE' and rewritten_at is null order by id")
                .query(Long.class)
                .list();
    }

    void rewritten(List<Long> ids, Instant at) {
        jdbc.sql("update identity.erasure set rewritten_at = :at where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .param("at", Sql.at(at))
                .update();
    }

    private Erasure erasure(ResultSet row, int n) throws SQLException {
        String certificate = row.getString("certificate");
        return new Erasure(
                row.getLong("id"),
                new MallId(row.getLong("tenant_id")),
                Erasure.State.valueOf(row.getString("state")),
                Erasure.Cause.valueOf(row.getString("cause")),
                row.getObject("requested_by", Long.class),
                row.getObject("approved_by", Long.class),
                Sql.moment(row, "requested_at"),
                Sql.moment(row, "grace_until"),
                Sql.moment(row, "due_at"),
                json.readValue(row.getString("waits_for"), HINDRANCES),
                Sql.instant(row, "ended_at"),
                Sql.instant(row, "keys_destroyed_at"),
                Sql.instant(row, "rewritten_at"),
                certificate == null ? null : json.readValue(certificate, Certificate.class),
                people(row.getArray("people")));
    }

    private static List<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((Long[]) ids.getArray()).map(PersonId::new).toList();
    }
}
