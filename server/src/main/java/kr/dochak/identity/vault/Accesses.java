package kr.dochak.identity.vault;

import java.time.InstantSource;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The log of looks at personal data; it is only ever added to. */
@Repository
class Accesses {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Accesses(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void log(PersonId personId, StaffMember staff, String what, String reason) {
        jdbc.sql("""
                insert into identity.access (person_id, staff_id, staff_name, ip, what, reason, at)
                values (:person, :staff, :name, :ip, :what, :reason, :at)
                """)
                .param("person", personId.value())
                .param("staff", staff.id())
                .param("name", staff.name())
                .param("ip", address())
                .param("what", what)
                .param("reason", reason.strip())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** The person's own doing, which needs no reason but its purpose. */
    void logOwn(PersonId personId, String who, String what, String purpose) {
        jdbc.sql("""
                insert into identity.access (person_id, staff_name, ip, what, reason, at)
                select id, :who, :ip, :what, :reason, :at from identity.person where id = :person
                """)
                .param("person", personId.value())
                .param("who", who)
                .param("ip", address())
                .param("what", what)
                .param("reason", purpose)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    List<Access> to(PersonId personId) {
        return jdbc.sql("""
                select at, staff_name, ip, what, reason
                from identity.access
                where person_id = :person
                order by at desc, id desc
                limit 200
                """)
                .param("person", personId.value())
                .query((row, index) -> new Access(
                        Sql.moment(row, "at"),
                        row.getString("staff_name"),
                        row.getString("ip"),
                        row.getString("what"),
                        row.getString("reason")))
                .list();
    }
}
