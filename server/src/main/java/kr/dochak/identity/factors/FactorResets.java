package kr.dochak.identity.factors;

import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.Administrators;
import kr.dochak.identity.factors.FactorFact.FactorReset;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator takes a colleague's second factor away who has lost it, and never their own (IDN-1). */
@Component
public class FactorResets {

    private final Factors factors;
    private final StaffRepository staff;
    private final Sessions sessions;
    private final PasswordLimits limits;
    private final SecurityLog log;
    private final ApplicationEventPublisher facts;
    private final InstantSource clock;

    FactorResets(
            Factors factors,
            StaffRepository staff,
            Sessions sessions,
            PasswordLimits limits,
            SecurityLog log,
            ApplicationEventPublisher facts,
            InstantSource clock) {
        this.factors = factors;
        this.staff = staff;
        this.sessions = sessions;
        this.limits = limits;
        this.log = log;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A colleague whose second factor may be taken away.
     *
     * @param has whether they have one
     */
    public record Colleague(StaffMember member, boolean has) {}

    /** The colleague with this account; nothing for anybody whose account the administrator does not look after. */
    public Optional<Colleague> of(StaffMember admin, long staffId) {
        return account(admin, staffId).map(row -> new Colleague(row.member(), factors.has(staffId)));
    }

    /**
     * Takes it away: their log-ins end, no browser is known any more, and they log in by password until they have another. A letter
     * says so.
     */
    @Transactional
    public Optional<Colleague> reset(StaffMember admin, long staffId, ResetReason reason) {
        return account(admin, staffId).map(row -> {
            boolean had = factors.forgetAll(staffId);
            limits.forgetDevices(row.email());
            sessions.endOthers(row.member(), null);
            log.note(Kind.FACTOR, Outcome.DONE, Who.of(admin), "reset staff " + staffId + " " + reason);
            facts.publishEvent(new FactorReset(staffId, admin.id(), clock.instant()));
            return new Colleague(row.member(), had);
        });
    }

    private Optional<StaffRepository.Row> account(StaffMember admin, long staffId) {
        return staff.byId(staffId).filter(row -> row.active() && Administrators.administers(admin, row.member()));
    }
}
