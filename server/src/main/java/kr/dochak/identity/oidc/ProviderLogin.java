package kr.dochak.identity.oidc;

import java.time.Instant;
import java.util.Optional;
import kr.dochak.identity.OidcRefusal;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.oidc.PendingLogins.Pending;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Proof;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.ProviderLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who comes back from the provider, and whether they come in (IDN-1): somebody of the staff whose account is there already, by a
 * verified e-mail the first time and by who they are at the provider from then on. Nobody is made here.
 */
@Component
class ProviderLogin {

    private final Provider provider;
    private final ProviderAccounts accounts;
    private final StaffRepository staff;
    private final SecondSteps steps;
    private final ProviderLimits limits;
    private final SecurityLog log;

    ProviderLogin(
            Provider provider,
            ProviderAccounts accounts,
            StaffRepository staff,
            SecondSteps steps,
            ProviderLimits limits,
            SecurityLog log) {
        this.provider = provider;
        this.accounts = accounts;
        this.staff = staff;
        this.steps = steps;
        this.limits = limits;
        this.log = log;
    }

    /** What came of it. */
    sealed interface Entry {

        record Welcome(StaffRepository.Row account, Proof shown) implements Entry {}

        /** Our own second factor is asked for; the token is for the browser that came so far. */
        record Step(String token) implements Entry {}

        record Slowed(Instant until) implements Entry {}

        record Refused(OidcRefusal why) implements Entry {}
    }

    /** Who it is here, or why they are nobody's. */
    private record Found(@Nullable OidcRefusal why, StaffRepository.@Nullable Row row) {

        static Found no(OidcRefusal why, StaffRepository.@Nullable Row row) {
            return new Found(why, row);
        }
    }

    /** A browser comes back with the log-in it had begun. */
    Entry enter(Pending login, String code, Asker asker, String address) {
        Optional<Instant> wait = limits.tryOnce(asker);
        if (wait.isPresent()) {
            log.note(Kind.STAFF_LOGIN, Outcome.SLOWED, Who.NOBODY, address, "PROVIDER");
            return new Entry.Slowed(wait.get());
        }
        return switch (provider.exchange(code, login)) {
            case Provider.Answer.Refused(OidcRefusal why) -> refused(why, Who.NOBODY, address);
            case Provider.Answer.Vouched(IdTokens.Claims claims) -> {
                Entry entry = comesIn(claims, address);
                if (!(entry instanceof Entry.Refused)) {
                    limits.succeeded(asker);
                }
                yield entry;
            }
        };
    }

    private Entry comesIn(IdTokens.Claims claims, String address) {
        Found found = found(claims);
        StaffRepository.Row row = found.row();
        OidcRefusal why = found.why();
        if (why != null || row == null) {
            Who who = Who.of(row == null ? null : row.member());
            return refused(why == null ? OidcRefusal.UNKNOWN : why, who, address);
        }
        if (!claims.twofold()) {
            Optional<String> step = steps.begin(row.member(), claims.visit(), address);
            if (step.isPresent()) {
                return new Entry.Step(step.get());
            }
        }
        return accounts.use(row.member(), claims.account(), address)
                ? new Entry.Welcome(
                        row,
                        new Proof(
                                claims.twofold() ? Way.PROVIDER_FACTOR : Way.PROVIDER,
                                claims.visit().session()))
                : refused(OidcRefusal.OTHER_SUBJECT, Who.of(row.member()), address);
    }

    private Found found(IdTokens.Claims claims) {
        Optional<StaffRepository.Row> owner = accounts.owner(claims.account());
        if (owner.isPresent()) {
            return open(owner.get());
        }
        if (!claims.verified()) {
            return Found.no(OidcRefusal.UNVERIFIED, null);
        }
        Optional<StaffRepository.Row> named = staff.byEmail(claims.email());
        if (named.isEmpty()) {
            return Found.no(OidcRefusal.UNKNOWN, null);
        }
        boolean another = accounts.of(named.get().member().id()).stream()
                .anyMatch(bound ->
                        bound.account().issuer().equals(claims.account().issuer()));
        return another ? Found.no(OidcRefusal.OTHER_SUBJECT, named.get()) : open(named.get());
    }

    /** An invitation that still stands is taken; whoever is stopped or gone stays out. */
    private Found open(StaffRepository.Row row) {
        Optional<StaffRepository.Row> open =
                row.active() ? Optional.of(row) : accounts.welcome(row.member().id());
        return open.map(each -> new Found(null, each)).orElseGet(() -> Found.no(OidcRefusal.CLOSED, row));
    }

    /** Notes a refusal; who it was is only named where the provider has shown it. */
    Entry refused(OidcRefusal why, Who who, String address) {
        log.note(Kind.STAFF_LOGIN, Outcome.REFUSED, who, address, "PROVIDER " + why);
        return new Entry.Refused(why);
    }
}
