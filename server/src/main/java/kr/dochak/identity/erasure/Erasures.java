package kr.dochak.identity.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.identity.access.Reveals;
import kr.dochak.identity.erasure.ErasureRepository.NewErasure;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people leave (IDN-3): wishes by themselves or by two of the staff, taken back within a time, done by the deadline. */
@Component
public class Erasures {

    private static final Duration TWO_NIGHTS = Duration.ofHours(48);
    private static final int MOST_LOOKED_AT = 200;

    private final ErasureRepository erasures;
    private final Hindrances hindrances;
    private final Archive archive;
    private final Reveals reveals;
    private final ErasureSettings settings;
    private final StaffErasures ofStaff;
    private final InstantSource clock;

    Erasures(
            ErasureRepository erasures,
            Hindrances hindrances,
            Archive archive,
            Reveals reveals,
            ErasureSettings settings,
            StaffErasures ofStaff,
            InstantSource clock) {
        this.erasures = erasures;
        this.hindrances = hindrances;
        this.archive = archive;
        this.reveals = reveals;
        this.settings = settings;
        this.ofStaff = ofStaff;
        this.clock = clock;
    }

    /** What came of a wish or of an answer to one. */
    public sealed interface Outcome {

        record Fine(Erasure erasure) implements Outcome {}

        /** Somebody asked for the same before, and it is not over yet. */
        record Already(Erasure erasure) implements Outcome {}

        /** Nobody is there to be erased, or there is no such wish. */
        record Unknown() implements Outcome {}

        /** Whoever asked for it cannot agree to it too. */
        record SamePerson() implements Outcome {}

        /** It is too late for that. */
        record TooLate(Erasure erasure) implements Outcome {}
    }

    /** The person asks for it; nobody needs to agree. */
    @Transactional
    public Outcome requestOwn(MallId tenantId, List<PersonId> persons) {
        return request(tenantId, persons, Erasure.State.REQUESTED, Erasure.Cause.PERSON, null);
    }

    /** One of the staff asks for it; it waits for another to agree. */
    @Transactional
    public Outcome propose(StaffMember staff, List<PersonId> persons, Erasure.Cause cause) {
        if (cause == Erasure.Cause.PERSON) {
            throw new IllegalArgumentException("staff ask for a person's erasure in their own name");
        }
        Outcome outcome = request(staff.tenantId(), persons, Erasure.State.PROPOSED, cause, staff.id());
        if (outcome instanceof Outcome.Fine(Erasure erasure)) {
            ofStaff.ask(erasure);
        }
        return outcome;
    }

    private Outcome request(
            MallId tenantId,
            List<PersonId> persons,
            Erasure.State state,
            Erasure.Cause cause,
            @Nullable Long requestedBy) {
        List<PersonId> there = erasures.lockPeople(tenantId, persons);
        if (there.isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<Erasure> open = erasures.newestOf(there).filter(Erasure::isOpen);
        if (open.isPresent()) {
            return new Outcome.Already(open.get());
        }
        Instant now = clock.instant();
        long id = erasures.insert(
                new NewErasure(
                        tenantId,
                        state,
                        cause,
                        requestedBy,
                        now,
                        now.plus(settings.grace()),
                        now.plus(settings.deadline())),
                there);
        return new Outcome.Fine(erasures.byId(id).orElseThrow());
    }

    /** The effect of an approval: another of the staff agreed. */
    @Transactional
    public Outcome approve(StaffMember staff, long erasureId) {
        Optional<Erasure> found = locked(staff.tenantId(), erasureId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Erasure erasure = found.get();
        Long requestedBy = erasure.requestedBy();
        if (erasure.state() != Erasure.State.PROPOSED) {
            return new Outcome.TooLate(erasure);
        }
        if (requestedBy == null || requestedBy == staff.id()) {
            return new Outcome.SamePerson();
        }
        erasures.approve(erasureId, staff.id(), clock.instant().plus(settings.grace()));
        return new Outcome.Fine(erasures.byId(erasureId).orElseThrow());
    }

    /** One of the staff takes a wish of the staff back; a person's own is the person's. */
    @Transactional
    public Outcome withdraw(StaffMember staff, long erasureId) {
        ofStaff.hold(erasureId);
        return withdraw(
                locked(staff.tenantId(), erasureId)
                        .filter(each -> each.cause() != Erasure.Cause.PERSON)
                        .orElse(null),
                staff.id());
    }

    /** The person takes it back, whoever asked for it. */
    @Transactional
    public Outcome withdrawOwn(MallId tenantId, List<PersonId> persons) {
        Optional<Erasure> open = erasures.newestOf(persons).filter(Erasure::isOpen);
        open.ifPresent(each -> ofStaff.hold(each.id()));
        return withdraw(open.flatMap(each -> locked(tenantId, each.id())).orElse(null), null);
    }

    private Outcome withdraw(@Nullable Erasure erasure, @Nullable Long by) {
        if (erasure == null) {
            return new Outcome.Unknown();
        }
        Instant now = clock.instant();
        if (!erasure.isRevocable(now)) {
            return new Outcome.TooLate(erasure);
        }
        erasures.withdraw(erasure.id(), now);
        ofStaff.withdrawn(erasure, by);
        return new Outcome.Fine(erasures.byId(erasure.id()).orElseThrow());
    }

    /** Somebody who is gone: what a restored copy must be told, since it may know them still (SET-3). */
    public record Gone(MallId tenantId, PersonId person, Instant at) {}

    /** Who was erased at this moment or later. */
    public List<Gone> goneSince(Instant from) {
        return erasures.goneSince(from);
    }

    /**
     * Erases somebody once more, in a copy of the time before, without asking or waiting; who asked, and why, stands in the
     * original's certificate. False when there is nobody any more.
     */
    @Transactional
    public boolean again(Gone gone) {
        List<PersonId> there = erasures.lockPeople(gone.tenantId(), List.of(gone.person()));
        if (there.isEmpty()) {
            return false;
        }
        Optional<Erasure> open = erasures.newestOf(there).filter(Erasure::isOpen);
        if (open.map(Erasure::state).filter(Erasure.State.RUNNING::equals).isPresent()) {
            return true; // begun before a stop, and it goes on where it stood
        }
        open.ifPresent(each -> {
            erasures.withdraw(each.id(), clock.instant());
            ofStaff.withdrawn(each, null);
        });
        Instant now = clock.instant();
        erasures.insert(
                new NewErasure(gone.tenantId(), Erasure.State.RUNNING, Erasure.Cause.PERSON, null, now, now, now),
                there);
        return true;
    }

    private Optional<Erasure> locked(MallId tenantId, long erasureId) {
        return erasures.lock(erasureId).filter(each -> each.tenantId().equals(tenantId));
    }

    /** The open wish for any of these people, or the newest that is over. */
    public Optional<Erasure> of(List<PersonId> persons) {
        return erasures.newestOf(persons);
    }

    public Optional<Erasure> byId(MallId tenantId, long erasureId) {
        return erasures.byId(erasureId).filter(each -> each.tenantId().equals(tenantId));
    }

    /** Those of a mall, open ones first by their deadline. */
    public List<Erasure> ofTenant(MallId tenantId, int most) {
        return erasures.ofTenant(tenantId, most);
    }

    /** Those of a mall that are not done and whose deadline is near or over. */
    public List<Erasure> pressing(MallId tenantId) {
        Instant near = clock.instant().plus(settings.near());
        return erasures.ofTenant(tenantId, MOST_LOOKED_AT).stream()
                .filter(each -> each.isOpen() && !each.dueAt().isAfter(near))
                .toList();
    }

    /** Those of a mall whose keys are gone for two nights and whose bytes could still not be written over. */
    public List<Erasure> unwritten(MallId tenantId) {
        Instant before = clock.instant().minus(TWO_NIGHTS);
        return erasures.ofTenant(tenantId, MOST_LOOKED_AT).stream()
                .filter(each -> each.rewrittenAt() == null
                        && each.keysDestroyedAt() != null
                        && each.keysDestroyedAt().isBefore(before))
                .toList();
    }

    /** What must end before these people can be erased. */
    public List<Hindrance> hindrances(List<PersonId> persons) {
        return hindrances.of(persons);
    }

    public ErasureSettings settings() {
        return settings;
    }

    /** What law keeps, by the rule of every look at a person in the clear (M6): why, and how many an hour. */
    @Transactional
    public Reveal<List<Opened>> openArchive(StaffMember staff, long erasureId, String words) {
        List<PersonId> of =
                byId(staff.tenantId(), erasureId).map(Erasure::people).orElse(List.of());
        if (of.isEmpty()) {
            return new Reveal.Unknown<>();
        }
        RevealReason reason = RevealReason.of(RevealReason.Kind.AUTHORITY.name(), words);
        return reveals.decide(of.getFirst(), staff, "법정 보관 기록 보기", reason, () -> opened(staff.tenantId(), erasureId));
    }

    private List<Opened> opened(MallId tenantId, long erasureId) {
        return archive.ofErasure(tenantId, erasureId).stream()
                .map(each -> new Opened(each.reason(), each.ref(), each.until(), each.content()))
                .toList();
    }

    /** A record that law keeps, in the clear; shown once and kept nowhere. */
    public record Opened(LegalRecord.Reason reason, String ref, Instant until, Map<String, Object> content) {

        @Override
        public String toString() {
            return "Opened[" + reason + " " + ref + "]";
        }
    }
}
