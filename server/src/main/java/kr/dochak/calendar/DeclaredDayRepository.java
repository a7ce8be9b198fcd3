package kr.dochak.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.dochak.calendar.DeclaredDay.Entry;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that people declared. */
@Repository
class DeclaredDayRepository {

    private final JdbcClient jdbc;

    DeclaredDayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Grows with each declaration and each withdrawal. */
    long version() {
        return jdbc.sql("select count(*) + count(withdrawn_at) from calendar.declared_day")
                .query(Long.class)
                .single();
    }

    List<DeclaredDay> standing() {
        return jdbc.sql("select * from calendar.declared_day where withdrawn_at is null")
                .query((row, n) -> day(row))
                .list();
    }

    /** From a day on, of the nation, of carriers and of this mall, also those that were withdrawn; the next ones first. */
    List<DeclaredDay> from(LocalDate first, MallId mall) {
        return jdbc.sql("""
                select * from calendar.declared_day
                where day >= :first and (tenant_id is null or tenant_id = :mall)
                order by day, id
                """)
                .param("first", first)
                .param("mall", mall.value())
                .query((row, n) -> day(row))
                .list();
    }

    /** Empty where the same holds already. */
    Optional<DeclaredDay> declare(Declaration wish, StaffMember staff, Instant now) {
        return jdbc.sql("""
                insert into calendar.declared_day
                    (day, scope, carrier, tenant_id, open, name, reason, staff_id, declared_at)
                values (:day, :scope, :carrier, :mall, :open, :name, :reason, :staff, :now)
                on conflict (day, scope, coalesce(carrier, ''), coalesce(tenant_id, 0)) where withdrawn_at is null
                do nothing
                returning *
                """)
                .param("day", wish.day())
                .param("scope", wish.scope().name())
                .param("carrier", wish.scope() == Scope.CARRIER ? CarrierId.textOf(wish.carrier()) : null)
                .param("mall", wish.scope() == Scope.MALL ? staff.tenantId().value() : null)
                .param("open", wish.open())
                .param("name", wish.name().strip())
                .param("reason", wish.reason().strip())
                .param("staff", staff.id())
                .param("now", Sql.at(now))
                .query((row, n) -> day(row))
                .optional();
    }

    Optional<DeclaredDay> find(long id) {
        return jdbc.sql("select * from calendar.declared_day where id = :id")
                .param("id", id)
                .query((row, n) -> day(row))
                .optional();
    }

    /** Empty where it was withdrawn already. */
    Optional<DeclaredDay> withdraw(long id, long staffId, Instant now) {
        return jdbc.sql("""
                update calendar.declared_day set withdrawn_by = :staff, withdrawn_at = :now
                where id = :id and withdrawn_at is null
                returning *
                """)
                .param("id", id)
                .param("staff", staffId)
                .param("now", Sql.at(now))
                .query((row, n) -> day(row))
                .optional();
    }

    private static DeclaredDay day(ResultSet row) throws SQLException {
        return new DeclaredDay(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                Scope.valueOf(row.getString("scope")),
                CarrierId.ofNullable(row.getString("carrier")),
                mall(row),
                row.getBoolean("open"),
                row.getString("name"),
                row.getString("reason"),
                new Entry(row.getLong("staff_id"), Sql.moment(row, "declared_at")),
                withdrawn(row));
    }

    private static @Nullable MallId mall(ResultSet row) throws SQLException {
        long id = row.getLong("tenant_id");
        return row.wasNull() ? null : new MallId(id);
    }

    private static @Nullable Entry withdrawn(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "withdrawn_at");
        return at == null ? null : new Entry(row.getLong("withdrawn_by"), at);
    }
}
