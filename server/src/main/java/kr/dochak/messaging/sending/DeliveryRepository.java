package kr.dochak.messaging.sending;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeRepository;
import kr.dochak.messaging.NoticeRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of deliveries: claimed for a moment, sent outside any transaction, written down together. */
@Repository
public class DeliveryRepository {

    private final JdbcClient jdbc;
    private final NoticeRepository notices;

    DeliveryRepository(JdbcClient jdbc, NoticeRepository notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /**
     * A delivery to be made, or one whose result came.
     *
     * @param triedAt since when a vendor may have it under this key, or null when surely none has
     */
    record Due(
            long id,
            long noticeId,
            ChannelName channel,
            String key,
            List<ChannelName> rest,
            int attempts,
            Instant createdAt,
            @Nullable Instant triedAt,
            @Nullable NoticeRow notice) {

        /** True when a vendor that took it before may have forgotten the key by now. */
        boolean isKeyTooOld(Instant now) {
            return triedAt != null && !now.isBefore(triedAt.plus(DeliveryChange.KEY_HOLDS));
        }
    }

    /** A delivery to be planned. */
    record Planned(long noticeId, ChannelName channel, List<ChannelName> rest) {}

    /** What became of a delivery. */
    record Outcome(
            Due due,
            SendResult result,
            DeliveryChange change,
            @Nullable Long templateId) {

        /** Nothing went out by this attempt, and by none before it. */
        boolean surelyNotTaken() {
            return result.verdict() == SendResult.Verdict.NOT_SENT && due.triedAt() == null;
        }
    }

    /** A notice that is on a channel already is left alone: never the same message twice. */
    void plan(List<Planned> planned, Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into messaging.delivery (notice_id, tenant_id, channel, rest, next_at, created_at)
                select u.notice_id, n.tenant_id, u.channel, string_to_array(u.rest, '>'), :now::timestamptz, :now::timestamptz
                from unnest(:notice::bigint[], :channel::text[], :rest::text[]) as u (notice_id, channel, rest)
                join messaging.notice n on n.id = u.notice_id
                on conflict (notice_id, channel) do nothing
                """)
                .param("notice", planned.stream().map(Planned::noticeId).toArray(Long[]::new))
                .param("channel", Sql.texts(planned, p -> p.channel().name()))
                .param(
                        "rest",
                        Sql.texts(
                                planned, p -> p.rest().stream().map(Enum::name).collect(Collectors.joining(">"))))
                .param("now", Sql.at(now))
                .update();
    }

    /**
     * Takes due deliveries for the length of the lease; whoever dies while sending leaves them to the next one, same key.
     */
    List<Due> claim(ChannelName channel, Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                with mine as (
                    select id, tried_at from messaging.delivery
                    where channel = :channel and state = 'WAITING' and next_at <= :now::timestamptz
                    order by next_at limit :limit for update skip locked
                ), taken as (
                    update messaging.delivery d
                    set next_at = :leasedUntil, attempts = d.attempts + 1, tried_at = coalesce(d.tried_at, :now::timestamptz)
                    from mine where d.id = mine.id
                    returning d.id as delivery_id, d.notice_id, d.channel, d.key, d.rest, d.attempts, d.created_at,
                        mine.tried_at
                )
                select t.*, n.id, n.kind, n.state, n.tenant_id, n.person_id, n.order_id, k.order_no, n.facts, n.detected_at,
                    n.told_at
                from taken t
                join messaging.notice n on n.id = t.notice_id
                left join messaging.known_order k on k.order_id = n.order_id
                """)
                .param("channel", channel.name())
                .param("now", Sql.at(now))
                .param("leasedUntil", Sql.at(now.plus(lease)))
                .param("limit", limit)
                .query((row, number) -> due(row, notices.read(row, number)))
                .list();
    }

    @Nullable Instant nextDue(ChannelName channel) {
        return jdbc.sql("select min(next_at) from messaging.delivery where channel = :channel and state = 'WAITING'")
                .param("channel", channel.name())
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, 1)))
                .single()
                .orElse(null);
    }

    /** The delivery that a vendor's result is about, locked: by our key, or by the vendor's id of the request. */
    Optional<Due> lock(ChannelName channel, @Nullable String key, String requestId, int seq) {
        return jdbc.sql("""
                select id as delivery_id, notice_id, channel, key, rest, attempts, created_at, tried_at
                from messaging.delivery
                where channel = :channel and state in ('WAITING', 'SENT', 'SUPERSEDED', 'UNKNOWN')
                  and (key = :key::uuid
                       or :key::uuid is null and vendor_request_id = :request and (recipient_seq = :seq or :seq = 0))
                limit 1 for update
                """)
                .param("channel", channel.name())
                .param("key", ours(key))
                .param("request", requestId)
                .param("seq", seq)
                .query((row, number) -> due(row, null))
                .optional();
    }

    /** A key that is not of our making is ignored; the vendor's id of the request then identifies the message. */
    private static @Nullable UUID ours(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** True when we know the request, whatever has become of it. */
    boolean knows(ChannelName channel, @Nullable String key, String requestId) {
        return jdbc.sql("""
                select exists (select from messaging.delivery
                    where channel = :channel and (key = :key::uuid or vendor_request_id = :request))
                """)
                .param("channel", channel.name())
                .param("key", ours(key))
                .param("request", requestId)
                .query(Boolean.class)
                .single();
    }

    /** Writes down what sending brought; a result that came by webhook in the meantime is later and stays. */
    void record(List<Outcome> outcomes, Instant now) {
        jdbc.sql("""
                update messaging.delivery d
                set state = case when d.state in ('WAITING', 'SENT', 'UNKNOWN')
                                   or d.state = 'SUPERSEDED' and u.state in ('SENT', 'DELIVERED') then u.state
                                 else d.state end,
                    next_at = u.next_at,
                    key = case when u.new_key then gen_random_uuid() else d.key end,
                    tried_at = case when not u.new_key and not u.surely_not then d.tried_at end,
                    code = case when d.state in ('DELIVERED', 'FAILED') then d.code else u.code end,
                    vendor_request_id = coalesce(u.request_id, d.vendor_request_id),
                    recipient_seq = coalesce(u.seq, d.recipient_seq),
                    template_id = coalesce(u.template_id, d.template_id),
                    sent_at = case when u.state in ('SENT', 'DELIVERED') then coalesce(d.sent_at, :now::timestamptz) else d.sent_at end,
                    delivered_at = case when u.state = 'DELIVERED' then :now::timestamptz else d.delivered_at end,
                    failed_at = case when u.state = 'FAILED' then :now::timestamptz else d.failed_at end
                from unnest(:id::bigint[], :state::text[], :next::timestamptz[], :newKey::boolean[], :code::text[],
                    :request::text[], :seq::int[], :template::bigint[], :surelyNot::boolean[])
                    as u (id, state, next_at, new_key, code, request_id, seq, template_id, surely_not)
                where d.id = u.id
                """)
                .params(Rows.of(outcomes)
                        .number("id", o -> o.due().id())
                        .name("state", o -> o.change().state())
                        .at("next", o -> o.change().nextAt())
                        .flag("newKey", o -> o.change().newKey())
                        .text("code", o -> o.result().code())
                        .text("request", o -> o.result().requestId())
                        .integer("seq", DeliveryRepository::place)
                        .number("template", Outcome::templateId)
                        .flag("surelyNot", Outcome::surelyNotTaken)
                        .params())
                .param("now", Sql.at(now))
                .update();
    }

    /** The place in the vendor's request, which there is only when there was a request. */
    private static @Nullable Integer place(Outcome outcome) {
        return outcome.result().requestId() == null
                ? null
                : (Integer) outcome.result().recipientSeq();
    }

    private static Due due(ResultSet row, @Nullable NoticeRow notice) throws SQLException {
        return new Due(
                row.getLong("delivery_id"),
                row.getLong("notice_id"),
                ChannelName.valueOf(row.getString("channel")),
                row.getString("key"),
                channels(row.getArray("rest")),
                row.getInt("attempts"),
                Sql.moment(row, "created_at"),
                Sql.instant(row, "tried_at"),
                notice);
    }

    private static List<ChannelName> channels(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(ChannelName::valueOf)
                .toList();
    }
}
