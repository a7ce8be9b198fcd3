package kr.dochak.identity.malls;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes malls in and hands out the keys of their systems, each shown once (SET-2); a revoked one stops opening within seconds. */
@Component
public class MallDesk {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LABEL = 60;

    private final MallKeyRepository keys;
    private final Malls malls;
    private final StaffRepository staff;
    private final SecurityLog log;
    private final InstantSource clock;

    MallDesk(MallKeyRepository keys, Malls malls, StaffRepository staff, SecurityLog log, InstantSource clock) {
        this.keys = keys;
        this.malls = malls;
        this.staff = staff;
        this.log = log;
        this.clock = clock;
    }

    /** What came of a new mall. */
    public sealed interface Beginning {

        record Begun(Mall mall) implements Beginning {}

        /** Its code has a form that is not taken, or another mall has it. */
        record BadCode() implements Beginning {}

        /** Its name is missing or too long. */
        record BadName() implements Beginning {}
    }

    /** A new mall, for which who adds it works from now on. */
    @Transactional
    public Beginning begin(StaffMember by, String code, String name) {
        if (!Mall.isCode(code.strip()) || malls.byCode(code.strip()).isPresent()) {
            return new Beginning.BadCode();
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return new Beginning.BadName();
        }
        malls.add(code.strip(), name.strip(), clock.instant());
        Mall mall = malls.byCode(code.strip()).orElseThrow();
        staff.worksFor(by.id(), mall.tenantId());
        log.note(
                Kind.ACCOUNT,
                Outcome.DONE,
                Who.of(by),
                "mall %d".formatted(mall.tenantId().value()));
        return new Beginning.Begun(mall);
    }

    /** The keys of a mall: those that open first, each group the newest first. */
    public List<MallKey> keys(MallId mall) {
        return keys.of(mall);
    }

    /** A new key, which can be read only now; nothing when its label is missing or too long. */
    @Transactional
    public Optional<String> issue(StaffMember by, MallId mall, String label) {
        if (label.isBlank() || label.strip().length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        log.note(Kind.API_KEY, Outcome.DONE, Who.of(by), "issued for mall %d".formatted(mall.value()));
        return Optional.of(issue(mall, label.strip(), by.id()));
    }

    /** The key of a start that makes everything by itself. */
    public String first(MallId mall) {
        return issue(mall, "", null);
    }

    private String issue(MallId mall, String label, @Nullable Long by) {
        String key = "dk_" + Unguessable.text(32);
        keys.add(mall, Hash.of(key), label, by, clock.instant());
        return key;
    }

    /** The key opens nothing any more; false when it already did not, or the settings give it. */
    @Transactional
    public boolean revoke(StaffMember by, MallId mall, long id) {
        boolean revoked = keys.revoke(mall, id, clock.instant());
        if (revoked) {
            log.note(Kind.API_KEY, Outcome.DONE, Who.of(by), "revoked %d".formatted(id));
        }
        return revoked;
    }
}
