package kr.dochak.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.SessionRepository.Found;
import kr.dochak.identity.sessions.SessionRepository.Holder;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log-ins that stand (IDN-1). There is one for each browser after the right code or password, and none before: so many a
 * person, so many in all, the oldest ends first, and each ends after a time however much it is used.
 */
@Component
public class Sessions {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionRepository repository;
    private final StaffMembers members;
    private final SessionNumbers numbers;
    private final SessionSettings settings;
    private final SecurityLog log;
    private final WorldClock clock;

    Sessions(
            SessionRepository repository,
            StaffMembers members,
            SessionNumbers numbers,
            SessionSettings settings,
            SecurityLog log,
            WorldClock clock) {
        this.repository = repository;
        this.members = members;
        this.numbers = numbers;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** Where a log-in comes from. */
    record Place(String address, String browser, Proof shown) {}

    /** Begins a log-in of staff; answers the token that opens it, which is never stored. */
    @Transactional
    public String begin(StaffMember staff, Place from) {
        return begin(Holder.of(staff), staff.tenantId(), null, from, numbers.staffEnds(), numbers.staffMost());
    }

    /** Begins a log-in of a customer; answers the token that opens it, which is never stored. */
    @Transactional
    public String begin(CustomerLogin customer, Place from) {
        return begin(
                Holder.of(customer),
                customer.tenantId(),
                customer.contact(),
                from,
                numbers.customersEnd(),
                numbers.customersMost());
    }

    private String begin(
            Holder holder, MallId tenantId, @Nullable String contact, Place from, Duration ends, int most) {
        String token = BrowserCookie.random();
        Instant now = clock.instant();
        repository.add(new SessionRepository.Begun(
                Hash.of(token),
                holder,
                tenantId,
                contact,
                from.address(),
                from.browser(),
                from.shown(),
                now,
                now.plus(lasting(ends))));
        repository.endBeyond(holder, most);
        return token;
    }

    /** With the roles and the malls that the member has now: a right that is taken is gone with the next request (IDN-1). */
    Optional<Found<StaffMember>> ofStaff(String token) {
        Instant now = clock.instant();
        return repository
                .ofStaff(Hash.of(token), now, now.minus(lasting(numbers.staffIdle())))
                .map(this::withRights);
    }

    private Found<StaffMember> withRights(Found<StaffMember> found) {
        StaffMember member = Objects.requireNonNull(
                members.of(List.of(found.holder())).get(found.holder().id()));
        return found.of(found.everywhere() ? member.everywhere() : member);
    }

    Optional<Found<CustomerLogin>> ofCustomer(String token) {
        Instant now = clock.instant();
        return repository.ofCustomer(Hash.of(token), now, now.minus(lasting(numbers.customersIdle())));
    }

    /** Whether its holder showed who they are so lately that they need not be asked anew before something risky. */
    public boolean isFresh(LoginDetails login) {
        return login.provenAt().plus(lasting(FRESH)).isAfter(clock.instant());
    }

    /** The holder of a log-in has just shown again who they are. */
    public void proven(StaffMember staff, long sessionId, Way way) {
        repository.proven(Holder.of(staff), sessionId, way, clock.instant());
    }

    /** Notes that it is used; to the minute, so that a page with ten parts does not write ten times. */
    void used(Found<?> session) {
        Instant now = clock.instant();
        if (session.seenAt().plus(lasting(SEEN_EVERY)).isBefore(now)) {
            repository.seen(session.id(), now);
        }
    }

    Duration customersEnd() {
        return numbers.customersEnd();
    }

    void end(String token) {
        repository.end(Hash.of(token));
    }

    /** The log-ins of a member of staff, the one that was used last first. */
    public List<OpenSession> of(StaffMember staff) {
        Instant now = clock.instant();
        return repository.open(Holder.of(staff), now, now.minus(lasting(numbers.staffIdle())));
    }

    /** The log-ins of a customer, the one that was used last first. */
    public List<OpenSession> of(CustomerLogin customer) {
        Instant now = clock.instant();
        return repository.open(Holder.of(customer), now, now.minus(lasting(numbers.customersIdle())));
    }

    /** Ends one log-in of a member of staff; false when it was not theirs or no longer stands. */
    public boolean end(StaffMember staff, long sessionId) {
        return noted(Who.of(staff), repository.end(Holder.of(staff), sessionId, null)) > 0;
    }

    /** Ends one log-in of a customer; false when it was not theirs or no longer stands. */
    public boolean end(CustomerLogin customer, long sessionId) {
        return noted(Who.of(customer), repository.end(Holder.of(customer), sessionId, null)) > 0;
    }

    /** Ends all log-ins of a member of staff but one; all of them when none is spared. Answers how many. */
    public int endOthers(StaffMember staff, @Nullable Long spared) {
        return noted(Who.of(staff), repository.end(Holder.of(staff), null, spared));
    }

    /** Ends all log-ins of a customer but one; answers how many. */
    public int endOthers(CustomerLogin customer, @Nullable Long spared) {
        return noted(Who.of(customer), repository.end(Holder.of(customer), null, spared));
    }

    /**
     * Ends what came by the company's provider and ended there (IDN-1).
     *
     * @param staffId whose log-ins; null for whoever's they are
     * @param session of which session there, as {@link Proof} has it; null for all of that member
     */
    public void endAtProvider(@Nullable Long staffId, @Nullable String session, String address) {
        repository.endAtProvider(staffId, session).stream()
                .collect(Collectors.groupingBy(who -> who, Collectors.counting()))
                .forEach((who, many) -> log.note(Kind.SESSIONS, Outcome.DONE, who, address, "PROVIDER ended " + many));
    }

    /** The log-in sees the orders of another person from now on, who must be one behind the contact that it confirmed. */
    public boolean choose(CustomerLogin customer, long sessionId, PersonId personId) {
        return repository.choose(Holder.of(customer), sessionId, personId);
    }

    /** The log-in of a member of staff is at another of their malls from now on; false when they do not work for it (IDN-1). */
    public boolean workIn(StaffMember staff, long sessionId, MallId mall) {
        return repository.workIn(staff, sessionId, mall);
    }

    /** The log-in of a member of staff looks at all their malls at once from now on; false when they have one (IDN-1). */
    public boolean workInAll(StaffMember staff, long sessionId) {
        return repository.workInAll(staff, sessionId);
    }

    private int noted(Who who, int ended) {
        if (ended > 0) {
            log.note(Kind.SESSIONS, Outcome.DONE, who, "ended " + ended);
        }
        return ended;
    }

    /** Ends all log-ins of a person, such as one who is erased; answers how many. */
    public int endAll(PersonId personId) {
        return repository.end(new Holder(null, personId), null, null);
    }

    /** Deletes what has ended by itself, and the oldest beyond what may stand in all. */
    public void sweep() {
        Instant now = clock.instant();
        repository.sweep(
                now,
                now.minus(lasting(numbers.staffIdle())),
                now.minus(lasting(numbers.customersIdle())),
                settings.inAll());
    }

    /** People sit before their screens at the speed of the wall, also in a demo world whose time runs faster. */
    private Duration lasting(Duration wall) {
        return clock.mode() == WorldClock.Mode.SPEED ? wall.multipliedBy(Math.max(1, (long) clock.speed())) : wall;
    }
}
