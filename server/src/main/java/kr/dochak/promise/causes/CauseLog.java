package kr.dochak.promise.causes;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Rows;
import kr.dochak.shared.PromiseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every cause that was found of a late promise, the first and each that came in its place; never changed. */
@Repository
public class CauseLog {

    /** A cause of a promise. */
    public record Entry(PromiseId promiseId, Reason reason) {}

    private final JdbcClient jdbc;

    CauseLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inside the transaction that gives the promises these causes. */
    public void write(List<Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into promise.cause_found (promise_id, found_at, cause, part, place, toward, since, until, usual)
                select * from unnest(:promise::bigint[], :found::timestamptz[], :cause::text[], :part::text[], :place::text[],
                                     :toward::text[], :since::timestamptz[], :until::timestamptz[], :usual::bigint[])
                """)
                .params(Rows.of(entries)
                        .id("promise", Entry::promiseId)
                        .at("found", entry -> now)
                        .name("cause", entry -> entry.reason().cause())
                        .part(
                                entry -> entry.reason().lost(),
                                lost -> lost.name("part", LostTime::part)
                                        .text("place", LostTime::place)
                                        .text("toward", LostTime::toward)
                                        .at("since", LostTime::from)
                                        .at("until", LostTime::until)
                                        .number(
                                                "usual",
                                                each -> each.usual() == null
                                                        ? null
                                                        : each.usual().toSeconds()))
                        .params())
                .update();
    }
}
