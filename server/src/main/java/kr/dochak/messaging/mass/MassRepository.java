package kr.dochak.messaging.mass;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.dochak.database.Sql;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices to many as rows. */
@Repository
class MassRepository {

    private final JdbcClient jdbc;

    MassRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a wish; nothing when the same form was kept before. */
    Optional<Long> insert(MassDraft draft, OrderChoice choice, int orders, long makerId, Instant now) {
        OwnWords words = draft.words();
        return jdbc.sql("""
                insert into messaging.mass_notice (tenant_id, form, title_ko, body_ko, title_en, body_en, carrier, province,
                    comes_from, comes_to, under_way, delivered_within, only_orders, asked_for, state, maker_id, made_at)
                values (:mall, :form, :titleKo, :bodyKo, :titleEn, :bodyEn, :carrier, :province,
                    :from, :to, :underWay, :within, :orders::bigint[], :count, 'ASKED', :maker, :now)
                on conflict (form) do nothing returning id
                """)
                .param("mall", choice.mall().value())
                .param("form", draft.form())
                .param("titleKo", words.titleKo())
                .param("bodyKo", words.bodyKo())
                .param("titleEn", words.titleEn())
                .param("bodyEn", words.bodyEn())
                .param("carrier", CarrierId.textOf(choice.carrier()))
                .param("province", choice.province())
                .param("from", choice.from())
                .param("to", choice.to())
                .param("underWay", choice.underWay())
                .param("within", choice.deliveredWithin())
                .param("orders", Sql.ids(choice.only()))
                .param("count", orders)
                .param("maker", makerId)
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    Optional<Long> byForm(UUID form) {
        return jdbc.sql("select id from messaging.mass_notice where form = :form")
                .param("form", form)
                .query(Long.class)
                .optional();
    }

    Optional<MassNotice> find(MallId mall, long id) {
        return jdbc.sql("select * from messaging.mass_notice where id = :id and tenant_id = :mall")
                .param("id", id)
                .param("mall", mall.value())
                .query(MassRepository::read)
                .optional();
    }

    Optional<MassNotice> lock(long id) {
        return jdbc.sql("select * from messaging.mass_notice where id = :id for update")
                .param("id", id)
                .query(MassRepository::read)
                .optional();
    }

    /** The oldest that goes out now and that no other process has in hand. */
    Optional<MassNotice> takeSending() {
        return jdbc.sql("""
                select * from messaging.mass_notice where state = 'SENDING'
                order by id limit 1 for update skip locked
                """).query(MassRepository::read).optional();
    }

    List<MassNotice> waiting() {
        return jdbc.sql("select * from messaging.mass_notice where state = 'ASKED' order by id")
                .query(MassRepository::read)
                .list();
    }

    /** Others have decided; a notice is decided about once. */
    boolean decided(long id, MassNotice.State state, Instant now) {
        return jdbc.sql("""
                update messaging.mass_notice set state = :state, decided_at = :now
                where id = :id and state = 'ASKED'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    boolean ended(long id, MassNotice.State state, @Nullable Long by, Instant now) {
        return jdbc.sql("""
                update messaging.mass_notice set state = :state, ended_at = :now, stopped_by = :by
                where id = :id and state = 'SENDING'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    Keyset<MassNotice> page(
            MallId mall, MassNotice.@Nullable State state, String text, @Nullable String cursor, int limit) {
        List<MassNotice> rows = jdbc.sql("""
                select * from messaging.mass_notice
                where tenant_id = :mall and id < :before and (:state::text is null or state = :state)
                  and (:text = '' or strpos(lower(concat_ws(' ', title_ko, body_ko, title_en, body_en)), lower(:text)) > 0)
                order by id desc limit :limit
                """)
                .param("mall", mall.value())
                .param("before", Cursor.read(cursor).number(0, Long.MAX_VALUE))
                .param("state", state == null ? null : state.name())
                .param("text", text)
                .param("limit", limit + 1)
                .query(MassRepository::read)
                .list();
        return Keyset.of(rows, limit, last -> Cursor.after(last.id()));
    }

    private static MassNotice read(ResultSet row, int n) throws SQLException {
        String carrier = row.getString("carrier");
        return new MassNotice(
                row.getLong("id"),
                new OwnWords(
                        row.getString("title_ko"),
                        row.getString("body_ko"),
                        row.getString("title_en"),
                        row.getString("body_en")),
                new OrderChoice(
                        new MallId(row.getLong("tenant_id")),
                        carrier == null ? null : new CarrierId(carrier),
                        row.getString("province"),
                        row.getObject("comes_from", LocalDate.class),
                        row.getObject("comes_to", LocalDate.class),
                        row.getBoolean("under_way"),
                        row.getInt("delivered_within"),
                        Stream.of((Long[]) row.getArray("only_orders").getArray())
                                .map(OrderId::new)
                                .toList()),
                row.getInt("asked_for"),
                MassNotice.State.valueOf(row.getString("state")),
                row.getLong("maker_id"),
                Sql.moment(row, "made_at"),
                Sql.instant(row, "decided_at"),
                Sql.instant(row, "ended_at"),
                row.getObject("stopped_by", Long.class));
    }
}
