package kr.dochak.identity.oidc;

import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.shared.Hash;
import kr.dochak.time.WorldClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends at the company's provider ends here (IDN-1): the log-ins that came by it, of one session there or of one account. */
@Component
class ProviderLogout {

    private final Provider provider;
    private final ProviderAccounts accounts;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final TransactionTemplate whole;
    private final SecurityLog log;
    private final WorldClock clock;

    ProviderLogout(
            Provider provider,
            ProviderAccounts accounts,
            Sessions sessions,
            JdbcClient jdbc,
            TransactionTemplate whole,
            SecurityLog log,
            WorldClock clock) {
        this.provider = provider;
        this.accounts = accounts;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.whole = whole;
        this.log = log;
        this.clock = clock;
    }

    /** Does what a token says, once; false when it is not the provider's, or was taken before. */
    boolean take(String token, String address) {
        Optional<LogoutTokens.Logout> ended = provider.logout(token);
        boolean taken = ended.isPresent() && whole.execute(status -> isFirst(ended.get()) && end(ended.get(), address));
        if (!taken) {
            log.note(Kind.SESSIONS, Outcome.REFUSED, Who.NOBODY, address, "PROVIDER");
        }
        return taken;
    }

    private boolean isFirst(LogoutTokens.Logout ended) {
        jdbc.sql("delete from identity.provider_logout where until < :now")
                .param("now", Sql.at(clock.onDevices()))
                .update();
        return jdbc.sql("""
                insert into identity.provider_logout (token_hash, until) values (:hash, :until)
                on conflict do nothing
                """)
                        .param("hash", Hash.of(ended.id()))
                        .param("until", Sql.at(ended.until()))
                        .update()
                == 1;
    }

    /** An account that is nobody's here has no log-in that could end. */
    private boolean end(LogoutTokens.Logout ended, String address) {
        ProviderAccounts.Account account = ended.account();
        if (account == null) {
            sessions.endAtProvider(null, ended.session(), address);
        } else {
            accounts.owner(account)
                    .ifPresent(row -> sessions.endAtProvider(row.member().id(), ended.session(), address));
        }
        return true;
    }
}
