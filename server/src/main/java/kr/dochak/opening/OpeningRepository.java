package kr.dochak.opening;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Malls that get ready, and what people said is done. */
@Repository
class OpeningRepository {

    private final JdbcClient jdbc;

    OpeningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mall that gets ready. */
    record Row(@Nullable LocalDate day, boolean finished) {}

    Optional<Row> of(MallId mall) {
        return jdbc.sql("select opening_day, finished_at from opening.mall_opening where tenant_id = :mall")
                .param("mall", mall.value())
                .query((row, n) -> {
                    Date day = row.getDate("opening_day");
                    return new Row(day == null ? null : day.toLocalDate(), Sql.instant(row, "finished_at") != null);
                })
                .optional();
    }

    void begin(MallId mall, Instant at) {
        jdbc.sql("insert into opening.mall_opening (tenant_id, begun_at) values (:mall, :at) on conflict do nothing")
                .param("mall", mall.value())
                .param("at", Sql.at(at))
                .update();
    }

    void day(MallId mall, @Nullable LocalDate day) {
        jdbc.sql("update opening.mall_opening set opening_day = :day::date where tenant_id = :mall")
                .param("mall", mall.value())
                .param("day", day == null ? null : Date.valueOf(day))
                .update();
    }

    void finished(MallId mall, @Nullable Instant at) {
        jdbc.sql("update opening.mall_opening set finished_at = :at::timestamptz where tenant_id = :mall")
                .param("mall", mall.value())
                .param("at", at == null ? null : Sql.at(at))
                .update();
    }

    Map<OpeningLine, LineState> byHand(MallId mall) {
        Map<OpeningLine, LineState> done = new EnumMap<>(OpeningLine.class);
        jdbc.sql("""
                select line, words, done_at, staff_name from opening.done_by_hand
                where tenant_id = :mall and withdrawn_at is null
                """).param("mall", mall.value()).query(row -> {
            OpeningLine line = OpeningLine.valueOf(row.getString("line"));
            done.put(
                    line,
                    new LineState(
                            line,
                            true,
                            0,
                            row.getString("words"),
                            row.getString("staff_name"),
                            Sql.instant(row, "done_at")));
        });
        return done;
    }

    /** What was said before of the line is withdrawn with it. */
    void done(StaffMember by, OpeningLine line, String words, Instant at) {
        withdraw(by.tenantId(), line, at);
        jdbc.sql("""
                insert into opening.done_by_hand (tenant_id, line, words, done_at, staff_id, staff_name)
                values (:mall, :line, :words, :at, :staff, :name)
                """)
                .param("mall", by.tenantId().value())
                .param("line", line.name())
                .param("words", words)
                .param("at", Sql.at(at))
                .param("staff", by.id())
                .param("name", by.name())
                .update();
    }

    void withdraw(MallId mall, OpeningLine line, Instant at) {
        jdbc.sql("""
                update opening.done_by_hand set withdrawn_at = :at
                where tenant_id = :mall and line = :line and withdrawn_at is null
                """)
                .param("mall", mall.value())
                .param("line", line.name())
                .param("at", Sql.at(at))
                .update();
    }
}
