package kr.dochak.identity.erasure;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import kr.dochak.settings.SecondPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erasures that one of the staff asks for and another must agree to (IDN-3). */
@Component
public class StaffErasures {

    private final ErasureRepository erasures;
    private final ObjectProvider<SecondPerson> second;
    private final InstantSource clock;

    StaffErasures(ErasureRepository erasures, ObjectProvider<SecondPerson> second, InstantSource clock) {
        this.erasures = erasures;
        this.second = second;
        this.clock = clock;
    }

    /** Asks another of the staff. */
    void ask(Erasure erasure) {
        second.getObject().ask(wish(erasure));
    }

    /** A number and a word, and nothing of the person. */
    private static SecondPerson.Wish wish(Erasure erasure) {
        return new SecondPerson.Wish(
                SecondPerson.ERASURE,
                Long.toString(erasure.id()),
                erasure.tenantId(),
                Objects.requireNonNull(erasure.requestedBy()),
                "approvals.what.erasure",
                List.of(Long.toString(erasure.id()), "=console.privacy.cause." + erasure.cause()),
                "/console/privacy/" + erasure.id(),
                erasure.requestedAt());
    }

    /** What waits for another of the staff, of all malls. */
    public List<SecondPerson.Wish> wishes() {
        return erasures.proposed().stream().map(StaffErasures::wish).toList();
    }

    /** Whoever decides about it, or takes it back, comes one after the other; before its row is locked. */
    void hold(long erasureId) {
        if (erasures.byId(erasureId)
                .filter(each -> each.state() == Erasure.State.PROPOSED)
                .isPresent()) {
            second.getObject().hold(SecondPerson.ERASURE, Long.toString(erasureId));
        }
    }

    /**
     * It was taken back before anybody agreed.
     *
     * @param by the member of staff who did; null when the person did
     */
    void withdrawn(Erasure erasure, @Nullable Long by) {
        if (erasure.state() == Erasure.State.PROPOSED) {
            second.getObject().withdrawn(SecondPerson.ERASURE, Long.toString(erasure.id()), by);
        }
    }

    /** Nobody agreed: somebody refused it, or its time was over. */
    @Transactional
    public void ended(long erasureId) {
        erasures.lock(erasureId)
                .filter(each -> each.state() == Erasure.State.PROPOSED)
                .ifPresent(each -> erasures.withdraw(each.id(), clock.instant()));
    }
}
