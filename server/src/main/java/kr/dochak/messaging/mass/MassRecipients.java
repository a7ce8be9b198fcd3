package kr.dochak.messaging.mass;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a notice to many means, one row for each order, and what became of it. */
@Repository
class MassRecipients {

    private final JdbcClient jdbc;

    MassRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of an order; without a reason its customer was told. */
    record Turned(Chosen order, @Nullable LeftOut why) {}

    void insert(long massId, Collection<Chosen> orders) {
        jdbc.sql("""
                insert into messaging.mass_recipient (mass_id, order_id, person_id)
                select :mass, * from unnest(:orders::bigint[], :people::bigint[])
                on conflict do nothing
                """)
                .param("mass", massId)
                .param("orders", Sql.ids(orders, Chosen::orderId))
                .param("people", Sql.ids(orders, Chosen::personId))
                .update();
    }

    List<Chosen> next(long massId, int most) {
        return jdbc.sql("""
                select order_id, person_id from messaging.mass_recipient
                where mass_id = :mass and state = 'WAITING' order by order_id limit :most
                """)
                .param("mass", massId)
                .param("most", most)
                .query((row, n) -> new Chosen(new OrderId(row.getLong(1)), new PersonId(row.getLong(2))))
                .list();
    }

    /** Of these customers those whom this notice has reached. */
    Set<PersonId> before(long massId, Collection<PersonId> people) {
        return new HashSet<>(jdbc.sql("""
                select person_id from messaging.mass_recipient
                where mass_id = :mass and state = 'TOLD' and person_id = any (:people::bigint[])
                """)
                .param("mass", massId)
                .param("people", Sql.ids(people))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list());
    }

    /** How many notices to many reached each of these customers within a day. */
    Map<PersonId, Integer> withinDay(Collection<PersonId> people, Instant now) {
        Map<PersonId, Integer> within = new HashMap<>();
        jdbc.sql("""
                select person_id, count(*) from messaging.mass_recipient
                where state = 'TOLD' and person_id = any (:people::bigint[]) and at > :since group by person_id
                """)
                .param("people", Sql.ids(people))
                .param("since", Sql.at(now.minus(Duration.ofDays(1))))
                .query(row -> {
                    within.put(new PersonId(row.getLong(1)), row.getInt(2));
                });
        return within;
    }

    void turned(long massId, List<Turned> turns, Instant now) {
        jdbc.sql("""
                update messaging.mass_recipient r
                set state = case when u.why is null then 'TOLD' else 'LEFT_OUT' end, why = u.why, at = :now::timestamptz
                from unnest(:orders::bigint[], :whys::text[]) as u (order_id, why)
                where r.mass_id = :mass and r.order_id = u.order_id and r.state = 'WAITING'
                """)
                .param("mass", massId)
                .param("orders", Sql.ids(turns, each -> each.order().orderId()))
                .param("whys", Sql.texts(turns, MassRecipients::why))
                .param("now", Sql.at(now))
                .update();
    }

    private static @Nullable String why(Turned turn) {
        LeftOut why = turn.why();
        return why == null ? null : why.name();
    }

    /** Whoever still waits is not told any more. */
    void stop(long massId, Instant now) {
        jdbc.sql("""
                update messaging.mass_recipient set state = 'LEFT_OUT', why = 'STOPPED', at = :now
                where mass_id = :mass and state = 'WAITING'
                """).param("mass", massId).param("now", Sql.at(now)).update();
    }

    MassProgress progress(long massId) {
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        jdbc.sql("""
                select why, count(*) from messaging.mass_recipient
                where mass_id = :mass and state = 'LEFT_OUT' group by why
                """).param("mass", massId).query(row -> {
            leftOut.put(LeftOut.valueOf(row.getString(1)), row.getInt(2));
        });
        return jdbc.sql("""
                select count(*) filter (where r.state = 'WAITING') as waiting,
                       count(*) filter (where r.state = 'TOLD') as told,
                       count(*) filter (where n.unreached) as unreached
                from messaging.mass_recipient r
                left join messaging.notice n
                  on r.state = 'TOLD' and n.kind = 'MASS_NOTICE' and n.subject = r.mass_id || ':' || r.order_id
                where r.mass_id = :mass
                """)
                .param("mass", massId)
                .query((row, n) ->
                        new MassProgress(row.getInt("waiting"), row.getInt("told"), row.getInt("unreached"), leftOut))
                .single();
    }
}
