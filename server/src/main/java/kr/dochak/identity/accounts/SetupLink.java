package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.InstantSource;
import kr.dochak.database.Sql;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.shared.Hash;
import kr.dochak.shared.PublicUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one link with which somebody becomes the owner of an installation that has none (SET-2). */
@Component
class SetupLink {

    /** Where it leads, before the token. */
    static final String AT = "/setup/";

    static final Duration LASTS = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final PublicUrl url;
    private final InstantSource clock;

    SetupLink(JdbcClient jdbc, PublicUrl url, InstantSource clock) {
        this.url = url;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The whole address with a new token, which can be read only now; the one before opens nothing from here on. */
    String make() {
        String token = BrowserCookie.random();
        jdbc.sql("""
                insert into identity.setup_link (token_hash, ends_at) values (:hash, :ends)
                on conflict (only_row) do update set token_hash = excluded.token_hash, ends_at = excluded.ends_at
                """)
                .param("hash", Hash.of(token))
                .param("ends", Sql.at(clock.instant().plus(LASTS)))
                .update();
        return url.address().toString().replaceAll("/+$", "") + AT + token;
    }

    /** Nobody needs it: there is an owner. */
    void withdraw() {
        jdbc.sql("delete from identity.setup_link").update();
    }

    boolean isOpen(String token) {
        return jdbc.sql("select exists (select from identity.setup_link where token_hash = :hash and ends_at > :now)")
                .param("hash", Hash.of(token))
                .param("now", Sql.at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Uses it up; false when another was faster. */
    boolean take(String token) {
        return jdbc.sql("delete from identity.setup_link where token_hash = :hash and ends_at > :now")
                        .param("hash", Hash.of(token))
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }
}
