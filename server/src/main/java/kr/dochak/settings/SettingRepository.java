package kr.dochak.settings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of settings. */
@Repository
class SettingRepository {

    private final JdbcClient jdbc;

    SettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves with each change, agreement and withdrawal. */
    long version() {
        return jdbc.sql("select version from settings.version")
                .query(Long.class)
                .single();
    }

    /** The id of the last change of all; 0 when there is none. */
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from settings.change")
                .query(Long.class)
                .single();
    }

    List<SettingChange> all() {
        return jdbc.sql("select * from settings.change order by id")
                .query((row, n) -> change(row))
                .list();
    }

    /** Those of one setting, the latest first, before a change that was seen already. */
    List<SettingChange> of(String key, @Nullable MallId mall, long before, int most) {
        return jdbc.sql("""
                select * from settings.change
                where key = :key and tenant_id is not distinct from :mall::bigint and id < :before
                order by id desc limit :most
                """)
                .param("key", key)
                .param("mall", Id.valueOf(mall))
                .param("before", before)
                .param("most", most)
                .query((row, n) -> change(row))
                .list();
    }

    /** The latest of each setting, of the house and of this mall. */
    List<SettingChange> latest(MallId mall) {
        return jdbc.sql("""
                select distinct on (key, tenant_id) * from settings.change
                where tenant_id is null or tenant_id = :mall
                order by key, tenant_id, id desc
                """)
                .param("mall", mall.value())
                .query((row, n) -> change(row))
                .list();
    }

    /** Those that wait for a second person. */
    List<SettingChange> waiting(MallId mall) {
        return jdbc.sql("""
                select * from settings.change
                where needs_second and second_id is null and withdrawn_id is null and (tenant_id is null or tenant_id = :mall)
                order by id limit 100
                """)
                .param("mall", mall.value())
                .query((row, n) -> change(row))
                .list();
    }

    Optional<SettingChange> find(long id) {
        return jdbc.sql("select * from settings.change where id = :id")
                .param("id", id)
                .query((row, n) -> change(row))
                .optional();
    }

    /** One change; whoever else would decide about it waits. */
    Optional<SettingChange> lock(long id) {
        return jdbc.sql("select * from settings.change where id = :id for update")
                .param("id", id)
                .query((row, n) -> change(row))
                .optional();
    }

    /** Takes in a change after whoever else changes anything. */
    SettingChange add(SettingChange change) {
        return jdbc.sql("""
                insert into settings.change
                    (key, tenant_id, before, number, effect_from, staff_id, staff_name, at, reason, needs_second)
                values (:key, :mall::bigint, :before, :number, :from, :staff, :name, :at, :reason, :second)
                returning *
                """)
                .param("key", change.key())
                .param("mall", Id.valueOf(change.mall()))
                .param("before", change.before())
                .param("number", change.number())
                .param("from", Sql.at(change.from()))
                .param("staff", change.by().id())
                .param("name", change.by().name())
                .param("at", Sql.at(change.at()))
                .param("reason", change.reason())
                .param("second", change.needsSecond())
                .query((row, n) -> change(row))
                .single();
    }

    SettingChange agreed(long id, Person second, Instant at) {
        return jdbc.sql("""
                update settings.change set second_id = :staff, second_name = :name, second_at = :at
                where id = :id
                returning *
                """)
                .param("id", id)
                .param("staff", second.id())
                .param("name", second.name())
                .param("at", Sql.at(at))
                .query((row, n) -> change(row))
                .single();
    }

    SettingChange withdrawn(long id, Person by, Instant at) {
        return jdbc.sql("""
                update settings.change set withdrawn_id = :staff, withdrawn_name = :name, withdrawn_at = :at
                where id = :id
                returning *
                """)
                .param("id", id)
                .param("staff", by.id())
                .param("name", by.name())
                .param("at", Sql.at(at))
                .query((row, n) -> change(row))
                .single();
    }

    /** The next version; until the transaction ends nobody else changes a setting. */
    void next() {
        jdbc.sql("update settings.version set version = version + 1").update();
    }

    private static SettingChange change(ResultSet row) throws SQLException {
        Long mall = row.getObject("tenant_id", Long.class);
        return new SettingChange(
                row.getLong("id"),
                row.getString("key"),
                mall == null ? null : new MallId(mall),
                row.getLong("before"),
                row.getLong("number"),
                Sql.moment(row, "effect_from"),
                new Person(row.getLong("staff_id"), row.getString("staff_name")),
                Sql.moment(row, "at"),
                row.getString("reason"),
                row.getBoolean("needs_second"),
                person(row, "second"),
                Sql.instant(row, "second_at"),
                person(row, "withdrawn"));
    }

    private static @Nullable Person person(ResultSet row, String as) throws SQLException {
        Long id = row.getObject(as + "_id", Long.class);
        return id == null ? null : new Person(id, row.getString(as + "_name"));
    }
}
