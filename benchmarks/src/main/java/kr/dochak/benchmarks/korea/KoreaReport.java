package kr.dochak.benchmarks.korea;

import java.io.PrintStream;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import kr.dochak.benchmarks.server.Database;
import org.jspecify.annotations.Nullable;

/** What the product's own books say of the measured days. */
final class KoreaReport {

    /** An honest window holds eight of ten, give or take two points. */
    private static final double HONEST = .8;

    private static final double TOLERANCE = .02;

    private static final String HELD = """
            sum(told) as told, sum(inside)::float8 / sum(told) as coverage, sum(early)::float8 / sum(told) as early,
            sum(late)::float8 / sum(told) as late, sum(width_seconds)::float8 / sum(told) / 3600 as width,
            sum(error_seconds)::float8 / sum(told) / 3600 as error
            """;

    private final Database database;
    private final LocalDate from;
    private final LocalDate until;
    private final int largeLane;
    private int groups;
    private int held;

    KoreaReport(Database database, LocalDate from, LocalDate until, int largeLane) {
        this.database = database;
        this.from = from;
        this.until = until;
        this.largeLane = largeLane;
    }

    void print(PrintStream out) throws SQLException {
        out.printf("%nwindows, deliveries of %s to %s%n", from, until.minusDays(1));
        held(out, "all", "'all'", 1);
        held(out, "carrier", "carrier", 1);
        held(out, "lane", "origin || '→' || destination", largeLane);
        out.printf(
                "%d of %d carriers and large lanes lie within %.0f points of 80 %%%n", held, groups, TOLERANCE * 100);
        out.printf("%nweek by week%n");
        held(out, "week", "to_char(date_trunc('week', day), 'YYYY-MM-DD')", 1);
        held(out, "week of Lotte", "carrier || ' ' || to_char(date_trunc('week', day), 'YYYY-MM-DD')", 1);
        basis(out);
        drift(out);
        warnings(out);
    }

    private void held(PrintStream out, String of, String group, int least) throws SQLException {
        String sql = """
                select stage, %s as name, %s from promise.window_day
                where day >= ? and day < ? and (? <> 'week of Lotte' or carrier = 'kr.lotte')
                group by 1, 2 having sum(told) >= ? order by 1 desc, 2
                """.formatted(group, HELD);
        boolean judged = of.equals("carrier") || of.equals("lane");
        for (Map<String, @Nullable Object> row :
                database.rows(sql, Date.valueOf(from), Date.valueOf(until), of, least)) {
            double coverage = number(row, "coverage");
            boolean within = Math.abs(coverage - HONEST) <= TOLERANCE;
            groups += judged ? 1 : 0;
            held += judged && within ? 1 : 0;
            out.printf(
                    "%s %-13s %-8s %-24s %,7.0f  coverage %.3f ± %.3f (early %.3f, late %.3f)  width %.1f h  error %.1f h%n",
                    judged ? within ? "✓" : "✗" : " ",
                    of,
                    row.get("stage"),
                    row.get("name"),
                    number(row, "told"),
                    coverage,
                    luck(number(row, "told")),
                    number(row, "early"),
                    number(row, "late"),
                    number(row, "width"),
                    number(row, "error"));
        }
    }

    /** The standard error of a perfect window's share; a night that goes wrong adds to it, since its parcels share it. */
    private static double luck(double windows) {
        return Math.sqrt(HONEST * (1 - HONEST) / windows);
    }

    private void basis(PrintStream out) throws SQLException {
        out.printf("%nwhat the windows of these days' promises rest on now%n");
        for (Map<String, @Nullable Object> row : database.rows("""
                select basis ->> 0 as kind, count(*) as promises from promise.promise
                where confirmed_at >= ?::date and confirmed_at < ?::date group by 1 order by 2 desc limit 5
                """, Date.valueOf(from), Date.valueOf(until))) {
            out.printf("  %s: %s%n", row.get("kind"), row.get("promises"));
        }
        out.printf("models learned: %d%n", database.number("select count(*) from promise.model"));
    }

    private void drift(PrintStream out) throws SQLException {
        out.printf("%ndrift alarms%n");
        for (Map<String, @Nullable Object> row : database.rows("""
                select kind, stage, carrier || ' ' || origin || ' ' || destination as name, opened_at::date as opened,
                       cleared_at::date as cleared, inside::float8 / told as coverage
                from promise.drift order by opened_at
                """)) {
            out.printf(
                    "  %s %s %s: raised %s at %.3f, cleared %s%n",
                    row.get("kind"),
                    row.get("stage"),
                    row.get("name"),
                    row.get("opened"),
                    number(row, "coverage"),
                    row.get("cleared"));
        }
    }

    private void warnings(PrintStream out) throws SQLException {
        out.printf("%ndelays foreseen, of the promises that ended in these days%n");
        for (Map<String, @Nullable Object> row : database.rows("""
                with promised as (
                    select state in ('MISSED', 'OPEN') as missed, delay_kind = 'PREDICTED' as foreseen,
                           extract(epoch from promised_to - found_at) / 3600 as hours
                    from promise.promise
                    where promised_to >= ?::date and promised_to < ?::date and state <> 'VOID'
                )
                select ahead, count(*) as promises, count(*) filter (where missed) as missed,
                       count(*) filter (where foreseen and hours >= ahead and missed) as came_true,
                       count(*) filter (where foreseen and hours >= ahead and not missed) as wrong
                from promised cross join unnest(array[24, 12, 6, 0]) as h (ahead) group by ahead order by ahead desc
                """, Date.valueOf(from), Date.valueOf(until))) {
            out.printf(
                    "  %2.0f h ahead or more: %,.0f of %,.0f missed (%,.0f promises), %,.0f false warnings%n",
                    number(row, "ahead"),
                    number(row, "came_true"),
                    number(row, "missed"),
                    number(row, "promises"),
                    number(row, "wrong"));
        }
    }

    private static double number(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
