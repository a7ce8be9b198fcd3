package kr.dochak.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.calendar.DeclareOutcome.Why;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.TimedCache;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendars as they are now, and how they change: the one bean of this module that others call. */
@Component
public class Calendars {

    /** Another process sees a change this much later; the windows of promises within a minute. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String ALL = "all";

    private final BusinessCalendar table = BusinessCalendar.korea();
    private final DeclaredDayRepository days;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final InstantSource clock;
    private final Cache<String, DeclaredDays> known;
    private final Cache<String, List<DeclaredDay>> declared;

    Calendars(
            DeclaredDayRepository days,
            ApplicationEventPublisher facts,
            TransactionTemplate transaction,
            Changes changes,
            InstantSource clock) {
        this.days = days;
        this.facts = facts;
        this.transaction = transaction;
        this.changes = changes;
        this.clock = clock;
        this.known = TimedCache.lasting(FRESH, clock);
        this.declared = TimedCache.lasting(FRESH, clock);
    }

    /** As they were some seconds ago at most. Read outside the cache's own locks, which nobody may wait for. */
    public DeclaredDays current() {
        DeclaredDays cached = known.getIfPresent(ALL);
        return cached == null ? fresh() : cached;
    }

    /** As the database has them now. */
    public DeclaredDays fresh() {
        List<DeclaredDay> standing = List.copyOf(days.standing());
        DeclaredDays read = DeclaredDays.of(days.version(), table, standing);
        declared.put(ALL, standing);
        known.put(ALL, read);
        return read;
    }

    /** The days that were declared and hold, as they were some seconds ago at most. */
    public List<DeclaredDay> standing() {
        List<DeclaredDay> cached = declared.getIfPresent(ALL);
        if (cached != null) {
            return cached;
        }
        List<DeclaredDay> read = List.copyOf(days.standing());
        declared.put(ALL, read);
        return read;
    }

    /** A number that is another after every change. */
    public long version() {
        return days.version();
    }

    /** The public holidays that come with the product. */
    public BusinessCalendar table() {
        return table;
    }

    /** What was declared from today on, of the nation, of carriers and of this mall; also what was withdrawn. */
    public List<DeclaredDay> upcoming(MallId mall) {
        return days.from(today(), mall);
    }

    /** Whether a member of staff may declare and withdraw such days. */
    public boolean mayDeclare(StaffMember staff, Scope scope) {
        return DeclareRule.mayDeclare(staff, scope);
    }

    /** Why it could not be declared; empty where it could, unless the same holds already. */
    public Optional<Why> refusal(StaffMember staff, Declaration wish) {
        return DeclareRule.judge(wish, staff, fresh().nation(), today());
    }

    /** From now on the day counts for everybody it is for. */
    public DeclareOutcome declare(StaffMember staff, Declaration wish) {
        Optional<Why> against = refusal(staff, wish);
        if (against.isPresent()) {
            return new DeclareOutcome.Refused(against.get());
        }
        Instant now = clock.instant();
        Optional<DeclaredDay> declared = inTransaction(() -> days.declare(wish, staff, now), staff, now);
        return declared.<DeclareOutcome>map(DeclareOutcome.Declared::new)
                .orElseGet(() -> new DeclareOutcome.Refused(Why.TWICE));
    }

    /** As if it had not been declared; empty where there is nothing that this member could withdraw. */
    public Optional<DeclaredDay> withdraw(StaffMember staff, long id) {
        Instant now = clock.instant();
        return days.find(id)
                .filter(day -> isOf(staff, day) && mayDeclare(staff, day.scope()))
                .flatMap(day -> inTransaction(() -> days.withdraw(id, staff.id(), now), staff, now));
    }

    /** Declares again what was withdrawn; refused like any other declaration. */
    public DeclareOutcome declareAgain(StaffMember staff, long id) {
        return days.find(id)
                .filter(day -> isOf(staff, day) && !day.holds())
                .map(day -> declare(
                        staff,
                        new Declaration(day.day(), day.scope(), day.carrier(), day.open(), day.name(), day.reason())))
                .orElseGet(() -> new DeclareOutcome.Refused(Why.TWICE));
    }

    private static boolean isOf(StaffMember staff, DeclaredDay day) {
        return day.mall() == null || day.mall().equals(staff.tenantId());
    }

    /** The memory is thrown away after the commit, or another reader would bring back what was before. */
    private Optional<DeclaredDay> inTransaction(
            Supplier<Optional<DeclaredDay>> change, StaffMember staff, Instant now) {
        Optional<DeclaredDay> changed = Objects.requireNonNull(transaction.execute(status -> {
            Optional<DeclaredDay> day = change.get();
            day.ifPresent(each -> facts.publishEvent(new CalendarChanged(
                    each.id(),
                    !each.holds(),
                    each.day(),
                    each.scope(),
                    each.open(),
                    each.carrier(),
                    each.mall(),
                    now)));
            day.ifPresent(each -> changes.note(noted(each), staff.actor()));
            return day;
        }));
        known.invalidateAll();
        return changed;
    }

    private static Change noted(DeclaredDay day) {
        String state = day.open() ? "OPEN" : "CLOSED";
        return Change.of("calendar", day.day())
                .house(day.mall() == null)
                .with("scope", "", day.scope())
                .with("day-is", day.holds() ? "" : state, day.holds() ? state : "")
                .why(day.reason());
    }

    private LocalDate today() {
        return Seoul.dateOf(clock.instant());
    }
}
