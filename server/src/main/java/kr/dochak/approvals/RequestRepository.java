package kr.dochak.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.approvals.ApprovalRequest.Decision;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.approvals.ApprovalRequest.Vote;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wishes, votes and decisions. */
@Repository
class RequestRepository {

    private final JdbcClient jdbc;

    RequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes in a wish; nothing when one about the same thing is open. */
    Optional<Long> add(ApprovalWish wish, Instant madeAt, Instant dueAt) {
        Won amount = wish.amount();
        Optional<Long> added = jdbc.sql("""
                insert into approvals.request
                    (kind, subject, tenant_id, maker_id, rights, won, votes, what, gaps, href, made_at, due_at)
                values (:kind, :subject, :mall, :maker, :rights, :won::bigint, :votes, :what, :gaps, :href, :made, :due)
                on conflict (kind, subject) where ended_at is null do nothing
                returning id
                """)
                .param("kind", wish.about().kind())
                .param("subject", wish.about().subject())
                .param("mall", wish.about().mall().value())
                .param("maker", wish.about().makerId())
                .param("rights", names(wish.rights()))
                .param("won", amount == null ? null : amount.amount())
                .param("votes", wish.votes())
                .param("what", wish.about().what())
                .param("gaps", wish.about().gaps().toArray(String[]::new))
                .param("href", wish.about().href())
                .param("made", Sql.at(madeAt))
                .param("due", Sql.at(dueAt))
                .query(Long.class)
                .optional();
        added.ifPresent(id -> wish.cast().forEach(vote -> add(id, wish.about().makerId(), vote, madeAt)));
        return added;
    }

    static String[] names(Set<Right> rights) {
        return rights.stream().sorted().map(Right::name).toArray(String[]::new);
    }

    void add(long requestId, long makerId, Vote vote, Instant at) {
        jdbc.sql("""
                insert into approvals.vote (request_id, maker_id, voter_id, voice_id, most_won, at)
                values (:id, :maker, :voter, :voice, :most, :at)
                """)
                .param("id", requestId)
                .param("maker", makerId)
                .param("voter", vote.voterId())
                .param("voice", vote.voiceId())
                .param("most", vote.limit().amount())
                .param("at", Sql.at(at))
                .update();
    }

    /** Decides once: the key of a decision is that of its wish. */
    void decide(long requestId, Decision decision) {
        jdbc.sql("""
                insert into approvals.decision (request_id, outcome, staff_id, voice_id, why, at)
                values (:id, :outcome, :staff::bigint, :voice::bigint, :why, :at)
                """)
                .param("id", requestId)
                .param("outcome", decision.outcome().name())
                .param("staff", decision.staffId())
                .param("voice", decision.voiceId())
                .param("why", decision.why())
                .param("at", Sql.at(decision.at()))
                .update();
        jdbc.sql("update approvals.request set ended_at = :at where id = :id")
                .param("id", requestId)
                .param("at", Sql.at(decision.at()))
                .update();
    }

    /** The open wish about a thing; whoever else would decide about it waits. */
    Optional<ApprovalRequest> lockOpen(String kind, String subject) {
        return jdbc.sql("""
                select id from approvals.request where kind = :kind and subject = :subject and ended_at is null for update
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** As {@link #lockOpen}, by its id. */
    Optional<ApprovalRequest> lock(long id) {
        return jdbc.sql("select id from approvals.request where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    Optional<ApprovalRequest> find(long id) {
        return whole(List.of(id)).stream().findFirst();
    }

    /** The newest about a thing. */
    Optional<Long> newest(String kind, String subject) {
        return jdbc.sql("""
                select id from approvals.request where kind = :kind and subject = :subject order by id desc limit 1
                """)
                .param("kind", kind)
                .param("subject", subject)
                .query(Long.class)
                .optional();
    }

    /** The newest about each of these. */
    List<Long> newest(String kind, Collection<String> subjects) {
        return jdbc.sql("""
                select max(id) from approvals.request where kind = :kind and subject = any(:subjects) group by subject order by 1
                """)
                .param("kind", kind)
                .param("subjects", subjects.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** Takes those whose time is over; another process takes others. */
    List<Long> due(Instant now, int most) {
        return jdbc.sql("""
                select id from approvals.request where ended_at is null and due_at <= :now
                order by due_at, id limit :most for update skip locked
                """)
                .param("now", Sql.at(now))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Open ones of a kind in a mall. */
    List<ApprovalRequest> open(String kind, MallId mall, int most) {
        return whole(jdbc.sql("""
                select id from approvals.request
                where kind = :kind and tenant_id = :mall and ended_at is null order by id limit :most
                """)
                .param("kind", kind)
                .param("mall", mall.value())
                .param("most", most)
                .query(Long.class)
                .list());
    }

    /** These with their votes and decisions, in the order of the ids. */
    List<ApprovalRequest> whole(List<Long> ids) {
        return jdbc.sql("""
                select r.*, d.outcome, d.staff_id, d.voice_id, d.why, d.at as decided_at,
                    array(select v.voter_id from approvals.vote v where v.request_id = r.id order by v.at, v.voter_id) as voters,
                    array(select v.voice_id from approvals.vote v where v.request_id = r.id order by v.at, v.voter_id) as voices,
                    array(select v.most_won from approvals.vote v where v.request_id = r.id order by v.at, v.voter_id) as limits
                from unnest(:ids::bigint[]) with ordinality as u (id, place)
                join approvals.request r on r.id = u.id
                left join approvals.decision d on d.request_id = r.id
                order by u.place
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(RequestRepository::request)
                .list();
    }

    private static ApprovalRequest request(ResultSet row, int n) throws SQLException {
        Long won = row.getObject("won", Long.class);
        return new ApprovalRequest(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                new MallId(row.getLong("tenant_id")),
                row.getLong("maker_id"),
                rights((String[]) row.getArray("rights").getArray()),
                won == null ? null : new Won(won),
                row.getInt("votes"),
                row.getString("what"),
                List.of((String[]) row.getArray("gaps").getArray()),
                row.getString("href"),
                Sql.moment(row, "made_at"),
                Sql.moment(row, "due_at"),
                cast(row),
                decision(row));
    }

    private static Set<Right> rights(String[] names) {
        return Arrays.stream(names)
                .map(Right::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static List<Vote> cast(ResultSet row) throws SQLException {
        Long[] voters = (Long[]) row.getArray("voters").getArray();
        Long[] voices = (Long[]) row.getArray("voices").getArray();
        Long[] limits = (Long[]) row.getArray("limits").getArray();
        List<Vote> cast = new ArrayList<>();
        for (int i = 0; i < voters.length; i++) {
            cast.add(new Vote(voters[i], voices[i], new Won(limits[i])));
        }
        return List.copyOf(cast);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Decision(
                        Outcome.valueOf(outcome),
                        row.getObject("staff_id", Long.class),
                        row.getObject("voice_id", Long.class),
                        row.getString("why"),
                        Sql.moment(row, "decided_at"));
    }
}
