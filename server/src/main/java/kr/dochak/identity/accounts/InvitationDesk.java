package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Invitations.Refused;
import kr.dochak.identity.accounts.Invitations.Why;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.shared.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and withdraws invitations; each is in the log. The token leaves this house by mail only. */
@Component
class InvitationDesk {

    static final Duration LASTS = Duration.ofDays(3);

    private final Administrators administrators;
    private final AccountQuery accounts;
    private final Grants grants;
    private final InvitationRepository invitations;
    private final PasswordEncoder encoder;

    InvitationDesk(
            Administrators administrators,
            AccountQuery accounts,
            Grants grants,
            InvitationRepository invitations,
            PasswordEncoder encoder) {
        this.administrators = administrators;
        this.accounts = accounts;
        this.grants = grants;
        this.invitations = invitations;
        this.encoder = encoder;
    }

    /** A link that is still to be sent, or why there is none. */
    record Made(
            @Nullable StaffAccount account,
            String token,
            @Nullable Refused refused) {

        static Made refused(Why why) {
            return new Made(null, "", new Refused(why));
        }
    }

    @Transactional
    Made invite(StaffMember admin, String email, String name, Grant grant) {
        Optional<StaffMember> now = administrators.now(admin);
        if (now.isEmpty()) {
            return Made.refused(Why.NOT_YOURS);
        }
        Optional<Grant.Outcome> refused = grants.refused(now.get(), List.of(), grant);
        if (refused.isPresent()) {
            return Made.refused(refused.get() instanceof Grant.Outcome.NoMall ? Why.NO_MALL : Why.NOT_YOURS);
        }
        Instant at = administrators.moment();
        String nobodys = encoder.encode(BrowserCookie.random().substring(0, 40));
        Optional<Long> id =
                invitations.account(grant.malls().keySet().iterator().next(), email, name, nobodys, at);
        if (id.isEmpty()) {
            return Made.refused(Why.KNOWN);
        }
        grants.first(now.get(), id.get(), grant);
        return link(now.get(), id.get());
    }

    /** A new link for who was asked in, or for who had left and comes back; the one before opens nothing. */
    @Transactional
    Made again(StaffMember admin, long staffId) {
        Optional<StaffAccount> account = administrators
                .charge(admin, staffId)
                .filter(each -> each.state() == AccountState.INVITED || each.state() == AccountState.LEFT);
        if (account.isEmpty()) {
            return Made.refused(Why.NOT_YOURS);
        }
        administrators.note(admin, "invite staff %d again".formatted(staffId));
        return link(admin, staffId);
    }

    private Made link(StaffMember admin, long staffId) {
        String token = BrowserCookie.random();
        Instant at = administrators.moment();
        invitations.put(staffId, Hash.of(token), admin.id(), at, at.plus(LASTS));
        return new Made(accounts.byId(staffId).orElseThrow(), token, null);
    }

    @Transactional
    Optional<StaffAccount> withdraw(StaffMember admin, long staffId) {
        return administrators
                .charge(admin, staffId)
                .filter(account -> account.state() == AccountState.INVITED && invitations.end(staffId))
                .map(account -> {
                    invitations.forgetUnused(staffId);
                    administrators.note(admin, "withdraw invitation of staff " + staffId);
                    return account;
                });
    }
}
