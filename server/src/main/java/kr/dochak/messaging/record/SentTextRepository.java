package kr.dochak.messaging.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.database.Rows;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeRepository;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.NoticeWords.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of what was said: written once, never changed, gone with its notice. */
@Repository
class SentTextRepository {

    private final JdbcClient jdbc;
    private final NoticeRepository notices;

    SentTextRepository(JdbcClient jdbc, NoticeRepository notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** What was written before stays as it is. */
    void write(List<SentText> texts) {
        if (texts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into messaging.sent_text
                    (notice_id, channel, language, template_id, policy_id, title, body, sealed, made_later, written_at)
                select * from unnest(:notice::bigint[], :channel::text[], :language::text[], :template::bigint[],
                    :policy::bigint[], :title::text[], :body::text[], :sealed::bytea[], :later::boolean[], :at::timestamptz[])
                on conflict do nothing
                """)
                .params(Rows.of(texts)
                        .number("notice", SentText::noticeId)
                        .name("channel", SentText::channel)
                        .text("language", SentText::language)
                        .number("template", SentText::templateId)
                        .number("policy", SentText::policyId)
                        .text("title", sent -> sent.text().title())
                        .text("body", sent -> sent.text().body())
                        .bytes("sealed", SentText::sealed)
                        .flag("later", SentText::madeLater)
                        .at("at", SentText::writtenAt)
                        .params())
                .update();
    }

    List<SentText> of(Collection<Long> noticeIds) {
        return noticeIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select s.*, t.version from messaging.sent_text s join messaging.template t on t.id = s.template_id
                where s.notice_id = any (:ids::bigint[])
                """)
                        .param("ids", noticeIds.toArray(Long[]::new))
                        .query(SentTextRepository::read)
                        .list();
    }

    /** Takes notices of the time before texts were written down, the newest first. */
    List<NoticeRow> takeUnwritten(int limit) {
        return jdbc.sql("""
                with old as (
                    delete from messaging.text_to_write where notice_id in (
                        select notice_id from messaging.text_to_write order by notice_id desc limit :limit
                        for update skip locked)
                    returning notice_id
                )
                select n.*, k.order_no from old join messaging.notice n on n.id = old.notice_id
                left join messaging.known_order k on k.order_id = n.order_id
                """).param("limit", limit).query(notices::read).list();
    }

    private static SentText read(ResultSet row, int number) throws SQLException {
        long policy = row.getLong("policy_id");
        Long policyId = row.wasNull() ? null : policy;
        Instant writtenAt = Sql.moment(row, "written_at");
        return new SentText(
                row.getLong("notice_id"),
                ChannelName.valueOf(row.getString("channel")),
                row.getString("language"),
                row.getLong("template_id"),
                row.getInt("version"),
                policyId,
                new Text(row.getString("title"), row.getString("body")),
                row.getBytes("sealed"),
                row.getBoolean("made_later"),
                writtenAt);
    }
}
