package kr.dochak.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away until when, and who stands in for them. */
@Component
public class Absences {

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Settings settings;
    private final InstantSource clock;

    Absences(JdbcClient jdbc, Staff staff, Settings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of going away. */
    public enum Outcome {
        DONE,
        /** It is no colleague of any of their malls who works here now, or they themselves. */
        NO_COLLEAGUE,
        /** It ends before it begins, or is over. */
        NO_TIME,
        TOO_LONG
    }

    /** Goes away; an absence that was set before is over with it. */
    @Transactional
    public Outcome set(StaffMember member, long standInId, Instant from, Instant until) {
        Instant now = clock.instant();
        Outcome outcome = AbsenceRule.judge(from, until, now, isColleague(member, standInId), longest());
        if (outcome == Outcome.DONE) {
            end(member);
            jdbc.sql("""
                    insert into approvals.absence (staff_id, stand_in_id, from_at, until_at, made_at)
                    values (:staff, :standIn, :from, :until, :now)
                    """)
                    .param("staff", member.id())
                    .param("standIn", standInId)
                    .param("from", Sql.at(from))
                    .param("until", Sql.at(until))
                    .param("now", Sql.at(now))
                    .update();
        }
        return outcome;
    }

    private boolean isColleague(StaffMember member, long other) {
        return colleagues(member).stream().anyMatch(each -> each.id() == other);
    }

    /** Who could stand in for somebody, by name. */
    public List<StaffMember> colleagues(StaffMember member) {
        return member.malls().stream()
                .flatMap(mall -> staff.all(mall).stream())
                .filter(each -> each.id() != member.id() && each.may(Right.APPROVALS_WORK))
                .collect(Collectors.toMap(StaffMember::id, each -> each, (one, other) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(StaffMember::name).thenComparing(StaffMember::id))
                .toList();
    }

    /** Is back; false when they were not away. */
    @Transactional
    public boolean end(StaffMember member) {
        return jdbc.sql("update approvals.absence set ended_at = :now where staff_id = :staff and ended_at is null")
                        .param("staff", member.id())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    /** The absence of somebody that runs or is to come. */
    public Optional<Absence> of(StaffMember member) {
        return jdbc.sql(
                        "select * from approvals.absence where staff_id = :staff and ended_at is null and until_at > :now")
                .param("staff", member.id())
                .param("now", Sql.at(clock.instant()))
                .query(Absences::absence)
                .optional();
    }

    /** Who is away now and has somebody stand in for them. */
    public List<Absence> runningFor(StaffMember standIn) {
        return jdbc.sql("""
                select * from approvals.absence
                where stand_in_id = :standIn and ended_at is null and from_at <= :now and until_at > :now
                order by staff_id
                """)
                .param("standIn", standIn.id())
                .param("now", Sql.at(clock.instant()))
                .query(Absences::absence)
                .list();
    }

    /** How long one may last. */
    public Duration longest() {
        return settings.of(ApprovalSettings.LONGEST_ABSENCE);
    }

    private static Absence absence(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getLong("staff_id"),
                row.getLong("stand_in_id"),
                Sql.moment(row, "from_at"),
                Sql.moment(row, "until_at"));
    }
}
