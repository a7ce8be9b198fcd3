package kr.dochak.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff must know (MSG-7): modules raise it, pages show it, and whoever has seen it says so. */
@Component
public class Alerts {

    private final AlertRepository repository;
    private final AlertList list;
    private final AlertKinds kinds;
    private final AlertWatch watch;
    private final AlertBell bell;
    private final AlertSettings settings;
    private final InstantSource clock;

    Alerts(
            AlertRepository repository,
            AlertList list,
            AlertKinds kinds,
            AlertWatch watch,
            AlertBell bell,
            AlertSettings settings,
            InstantSource clock) {
        this.repository = repository;
        this.list = list;
        this.kinds = kinds;
        this.watch = watch;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A cause that a fact brings.
     *
     * @param occurrence which fact it was: the same again is nothing new
     */
    public record Raise(MallId mall, AlertCause cause, String occurrence) {}

    /** Raises alerts in the transaction of the fact; one that is open already is counted on. */
    @Transactional
    public void raise(AlertKind kind, List<Raise> raises) {
        if (raises.isEmpty()) {
            return;
        }
        raises.stream().map(Raise::mall).distinct().sorted().forEach(mall -> repository.queue(kind, mall));
        Instant now = clock.instant();
        Set<MallId> malls = new TreeSet<>(repository.raise(
                kind,
                raises.stream()
                        .map(each -> new AlertRepository.Raised(each.mall(), each.cause(), each.occurrence()))
                        .toList(),
                now));
        malls.forEach(mall -> gather(kind, mall, now));
    }

    private void gather(AlertKind kind, MallId mall, Instant now) {
        repository.gather(kind, mall, settings.stormFrom(mall), now);
        bell.changed(mall);
    }

    /** A kind that is looked for may stand otherwise now: it is looked at with the next beat, in this process. */
    public void changed(AlertKind kind) {
        watch.soon(kind);
    }

    /** How many ring at this member's bell. */
    public int atTheBell(StaffMember staff) {
        return bell.count(staff);
    }

    /** The alerts of somebody's mall that they may know of, the newest first. */
    public Keyset<Alert> page(
            StaffMember staff,
            AlertFilter.Show show,
            @Nullable Severity severity,
            String text,
            @Nullable String cursor,
            int limit) {
        return list.page(
                new AlertFilter(staff.tenantId(), kinds.visibleTo(staff), show, severity, text), cursor, limit);
    }

    /** How many ring, and how many causes last, of those that somebody may know of. */
    public Figures figures(StaffMember staff) {
        AlertList.Figures all = list.figures(staff.tenantId(), kinds.visibleTo(staff));
        return new Figures(all.ringing(), all.open());
    }

    /** How many stand so. */
    public record Figures(int ringing, int open) {}

    /** One that this member of staff may know of. */
    public Optional<Alert> find(StaffMember staff, long id) {
        return repository.find(id).filter(each -> isVisible(each, staff, Set.of(staff.tenantId())));
    }

    /** One by the link of a message, which is for all malls of whoever got it. */
    public Optional<Alert> byLink(StaffMember staff, long id) {
        return repository.find(id).filter(each -> isVisible(each, staff, staff.malls()));
    }

    private boolean isVisible(Alert alert, StaffMember staff, Collection<MallId> malls) {
        return (alert.mall().equals(MallId.DEFAULT) || malls.contains(alert.mall()))
                && kinds.visibleTo(staff).contains(alert.kind());
    }

    /** They have seen it: it rings no more. False when it did not ring, or is not theirs to acknowledge. */
    @Transactional
    public boolean acknowledge(StaffMember staff, Alert alert, boolean byLink) {
        boolean done = staff.may(Right.ALERTS_WORK)
                && repository.acknowledge(alert.id(), staff.id(), staff.name(), byLink, clock.instant());
        bell.changed(alert.mall());
        return done;
    }

    /** Takes an acknowledgement back. */
    @Transactional
    public boolean ringOn(StaffMember staff, Alert alert) {
        boolean done = staff.may(Right.ALERTS_WORK) && repository.ringOn(alert.id(), clock.instant());
        bell.changed(alert.mall());
        return done;
    }
}
