package kr.dochak.benchmarks.acts;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.Database;
import kr.dochak.benchmarks.server.LedgerChain;

/** Looks, from outside, for acts of staff that are half done, done twice or forgotten. */
final class HalfDone {

    private final Database database;
    private final List<Check> checks = new ArrayList<>();

    private HalfDone(Database database) {
        this.database = database;
    }

    /** @param numbers the settings as the server says they are now */
    static List<Check> of(Database database, Acts acts, String numbers) throws SQLException {
        HalfDone look = new HalfDone(database);
        look.goodwill();
        look.votes(acts);
        look.settings(acts);
        look.inUse(numbers);
        LedgerChain.Verdict chain = LedgerChain.verify(database);
        look.checks.add(new Check(
                "the ledger's chain is intact",
                chain.isIntact(),
                chain.entries() + " entries, " + chain.firstBroken()));
        return look.checks;
    }

    private void none(String what, String count) throws SQLException {
        checks.add(Check.none(what, database.number("select count(*) from (" + count + ") wrong")));
    }

    private void goodwill() throws SQLException {
        long granted = database.number("select count(*) from compensation.goodwill where granted_at is not null");
        none("of %,d goodwills that were given: without points, twice, or of another sum".formatted(granted), """
                select from compensation.goodwill g
                left join benefits.point_grant p on p.grant_key = 'goodwill:' || g.id
                group by g.id
                having count(p.id) <> (g.granted_at is not null)::int or bool_or(p.amount <> g.won)
                """);
        none("goodwills whose decision says another thing than they do", """
                select from compensation.goodwill g
                join approvals.request r on r.kind = 'goodwill' and r.subject = g.id::text
                left join approvals.decision d on d.request_id = r.id
                where (d.outcome is not distinct from 'AGREED') <> (g.granted_at is not null)
                   or (d.outcome is not distinct from 'REFUSED') <> (g.refused_at is not null)
                """);
        none("given goodwills without exactly one row of the change log", """
                select from compensation.goodwill g
                left join changes.entry e on e.kind = 'goodwill' and e.object = g.id::text and e.what = 'goodwill.approval'
                group by g.id having count(e.id) <> (g.granted_at is not null)::int
                """);
    }

    private void votes(Acts acts) throws SQLException {
        none("decisions without their votes, or votes that should have decided", """
                select from approvals.request r
                left join approvals.decision d on d.request_id = r.id
                left join approvals.vote v on v.request_id = r.id
                group by r.id, d.outcome
                having (d.outcome is not distinct from 'AGREED') <> (count(v.voter_id) >= r.votes)
                    or (d.outcome is null) <> (r.ended_at is null)
                """);
        none("votes without a row of the change log, or of acts that began", """
                select from approvals.vote v join approvals.request r on r.id = v.request_id
                where not exists (select from changes.entry e where e.staff_id = v.voter_id
                                  and (e.object = r.id::text or e.object = r.subject or e.after @> array[r.subject]))
                  and not exists (select from changes.begun b where b.staff_id = v.voter_id and b.object = r.id::text)
                """);
        Set<String> known = new HashSet<>();
        database.each("""
                select r.id::text || ' ' || s.name as vote
                from approvals.request r
                cross join (select id, split_part(email, '@', 1) as name from identity.staff) s
                where r.ended_at is not null
                   or exists (select from approvals.vote v where v.request_id = r.id and v.voter_id = s.id)
                """, row -> known.add(text(row, "vote")));
        checks.add(Check.none(
                "acknowledged votes lost, of " + acts.votes().size(),
                acts.votes().stream()
                        .filter(each -> !known.contains(each.request() + " " + each.voter()))
                        .count()));
    }

    private static Check lost(String what, List<String> reasons, long wanted, Map<String, Long> rows) {
        long wrong = reasons.stream()
                .filter(each -> rows.getOrDefault(each, 0L) != wanted)
                .count();
        return Check.none(what + ", of " + reasons.size(), wrong);
    }

    private void settings(Acts acts) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        database.each(
                "select reason, count(*) as rows from settings.change group by 1",
                row -> rows.put(text(row, "reason"), (Long) row.get("rows")));
        checks.add(lost("acknowledged changes of settings lost or made twice", acts.changes(), 1, rows));
        checks.add(lost("acknowledged files of settings not whole", acts.files(), Acts.OF_FILE.size(), rows));
        none("files of settings of which a part stands", """
                select from settings.change where key in ('%s') group by reason having count(*) <> %d
                """.formatted(
                        String.join("', '", Acts.OF_FILE), Acts.OF_FILE.size()));
        none("changes of settings without exactly one row of the change log that says the same", """
                select from settings.change c
                left join changes.entry e on e.kind = 'settings' and e.object = c.key and e.reason = c.reason
                    and e.after[array_position(e.fields, 'number')] = c.number::text
                    and e.before[array_position(e.fields, 'number')] = c.before::text and e.staff_id = c.staff_id
                group by c.id having count(e.id) <> 1
                """);
        agreements();
    }

    private void agreements() throws SQLException {
        none("agreements and withdrawals without exactly one row of the change log", """
                select from settings.change c
                left join changes.entry e on e.kind = 'settings' and e.object = c.key
                    and e.after[array_position(e.fields, 'change')] = c.id::text
                group by c.id
                having count(e.id) <> (c.second_id is not null)::int
                                      + (c.withdrawn_id is not null and c.withdrawn_name <> '')::int
                """);
        none("settings agreed to of which the decision says another thing", """
                select from settings.change c
                join approvals.request r on r.kind = 'setting' and r.subject = c.id::text
                left join approvals.decision d on d.request_id = r.id
                where (d.outcome is not distinct from 'AGREED') <> (c.second_id is not null)
                """);
    }

    /** What the server works with is the newest change that counts. */
    private void inUse(String numbers) throws SQLException {
        List<String> lines = numbers.lines().toList();
        List<String> other = new ArrayList<>();
        database.each("""
                select distinct on (key, tenant_id)
                       case when tenant_id is null then '' else 'mall ' end || key || ' = ' || number as line
                from settings.change
                where withdrawn_id is null and (not needs_second or second_id is not null)
                  and greatest(effect_from, coalesce(second_at, effect_from)) <= now()
                order by key, tenant_id, greatest(effect_from, coalesce(second_at, effect_from)) desc, id desc
                """, row -> {
            if (!lines.contains(text(row, "line"))) {
                other.add(text(row, "line"));
            }
        });
        checks.add(new Check(
                "settings in use that are another than their history says",
                other.isEmpty(),
                other.size() + " " + other));
    }

    private static String text(Map<String, ?> row, String column) {
        return String.valueOf(row.get(column));
    }
}
