package kr.dochak.messaging.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of templates; a version is written once and never changed. */
@Repository
class TemplateRepository {

    private final JdbcClient jdbc;

    TemplateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Template> active() {
        return jdbc.sql("select * from messaging.template where state = 'ACTIVE'")
                .query(TemplateRepository::read)
                .list();
    }

    Optional<Template> byId(long id) {
        return jdbc.sql("select * from messaging.template where id = :id")
                .param("id", id)
                .query(TemplateRepository::read)
                .optional();
    }

    List<Template> versions(String wording, ChannelName channel, String language) {
        return jdbc.sql("""
                select * from messaging.template
                where wording = :wording and channel = :channel and language = :language
                order by version desc
                """)
                .param("wording", wording)
                .param("channel", channel.name())
                .param("language", language)
                .query(TemplateRepository::read)
                .list();
    }

    /** Of one text all versions in both languages, newest first. */
    List<TextVersion> history(String wording, ChannelName channel) {
        return jdbc.sql("""
                select * from messaging.template where wording = :wording and channel = :channel
                order by id desc
                """)
                .param("wording", wording)
                .param("channel", channel.name())
                .query(TemplateRepository::version)
                .list();
    }

    /** What is no text in use and was none, newest first. */
    List<TextVersion> drafts() {
        return jdbc.sql("select * from messaging.template where state = 'DRAFT' order by id desc")
                .query(TemplateRepository::version)
                .list();
    }

    private static TextVersion version(ResultSet row, int number) throws SQLException {
        String maker = row.getString("made_by");
        return new TextVersion(
                read(row, number),
                TextVersion.State.valueOf(row.getString("state")),
                maker.matches("staff:\\d+") ? Long.valueOf(maker.substring("staff:".length())) : null,
                Sql.instant(row, "made_at"),
                Sql.instant(row, "activated_at"),
                null);
    }

    /** A new draft, numbered after the newest version. */
    Template draft(Template text, String madeBy, Instant now) {
        return jdbc.sql("""
                insert into messaging.template
                    (wording, channel, language, version, title, body, vendor_code, state, made_by, made_at)
                select :wording, :channel, :language, coalesce(max(version), 0) + 1, :title, :body, :code, 'DRAFT', :by, :now
                from messaging.template
                where wording = :wording and channel = :channel and language = :language
                returning *
                """)
                .param("wording", text.wording())
                .param("channel", text.channel().name())
                .param("language", text.language())
                .param("title", text.title())
                .param("body", text.body())
                .param("code", text.vendorCode())
                .param("by", madeBy)
                .param("now", Sql.at(now))
                .query(TemplateRepository::read)
                .single();
    }

    void activate(Template text, String by, Instant now) {
        jdbc.sql("""
                update messaging.template set state = 'RETIRED'
                where wording = :wording and channel = :channel and language = :language and state = 'ACTIVE'
                """)
                .param("wording", text.wording())
                .param("channel", text.channel().name())
                .param("language", text.language())
                .update();
        jdbc.sql("""
                update messaging.template set state = 'ACTIVE', activated_by = :by, activated_at = :now where id = :id
                """)
                .param("by", by)
                .param("now", Sql.at(now))
                .param("id", text.id())
                .update();
    }

    private static Template read(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getLong("id"),
                row.getString("wording"),
                ChannelName.valueOf(row.getString("channel")),
                row.getString("language"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getString("vendor_code"));
    }
}
