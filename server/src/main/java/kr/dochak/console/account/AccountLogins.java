package kr.dochak.console.account;

import java.util.List;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Accounts;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.identity.sessions.SessionLine;
import kr.dochak.pages.Frame;
import org.springframework.stereotype.Component;

/** Where somebody is logged in, and with which account of the company's provider (IDN-1). */
@Component
class AccountLogins {

    private final Accounts accounts;
    private final ProviderAccounts providers;
    private final OidcSettings settings;

    AccountLogins(Accounts accounts, ProviderAccounts providers, OidcSettings settings) {
        this.accounts = accounts;
        this.providers = providers;
        this.settings = settings;
    }

    /** The log-ins of a colleague that stand. */
    List<SessionLine> sessions(StaffMember reader, long id, Frame frame) {
        return SessionLine.of(accounts.sessionsOf(reader, id), null, frame);
    }

    /** What they log in with at the provider. */
    List<BoundLine> bound(long id, Frame frame) {
        return BoundLine.of(providers.of(id), settings, frame);
    }
}
