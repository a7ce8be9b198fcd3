package kr.dochak.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.DayChances;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.PromiseNumbers;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.WarningCosts;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivery promises and their ledger: the one bean of this module that others call. */
@Component
public class Promises {

    /**
     * What a promise stands for as it is now, for whoever decides what its delay is worth (BEN-1).
     *
     * @param won the order's total, or the share of a part of it
     * @param cause why it is late, as its scans show now, or null while no delay is known
     * @param before the promises that it was a part of, or comes in place of
     * @param trial whether it is of a test order, which gets nothing
     */
    public record Claim(
            PromiseId promiseId, long won, @Nullable DelayCause cause, List<Before> before, boolean trial) {

        /** A promise that stood for this one too until a moment: what it got by then was given for both. */
        public record Before(PromiseId promiseId, Instant until) {}
    }

    private final PromiseQuery query;
    private final PromiseLedger ledger;
    private final KnowledgeInUse knowledge;
    private final PromiseChoices choices;
    private final PromiseNumbers numbers;

    Promises(
            PromiseQuery query,
            PromiseLedger ledger,
            KnowledgeInUse knowledge,
            PromiseChoices choices,
            PromiseNumbers numbers) {
        this.knowledge = knowledge;
        this.choices = choices;
        this.numbers = numbers;
        this.query = query;
        this.ledger = ledger;
    }

    /** The promises of these orders, by order; one for each part that travels on its own (ORD-3). */
    public Map<OrderId, List<PromiseView>> ofOrders(Collection<OrderId> orderIds) {
        return query.ofOrders(orderIds);
    }

    public Optional<PromiseView> find(PromiseId promiseId) {
        return query.find(promiseId);
    }

    /**
     * What these promises stand for now, by id: their worth, their cause, what they were a part of. The worth moves while a promise is open, when
     * the order is revised or sent in parts; unknown ids are missing.
     */
    public Map<PromiseId, Claim> claims(Collection<PromiseId> promiseIds) {
        return query.claims(promiseIds);
    }

    /** What warnings of delays cost, and so how sure one must be. */
    public WarningCosts warningCosts() {
        return numbers.warning();
    }

    /** Every window that was shown for a promise, oldest first; never changed. */
    public List<WindowShown> ledgerOf(PromiseId promiseId) {
        return ledger.of(promiseId);
    }

    /**
     * When a parcel that still waits is ready and handed over, as its order alone lets us expect; moments may be past.
     * Nothing once the carrier has it, or while it waits for a slot or for the day its customer asked for.
     */
    public Optional<Departure> departure(PromiseView promise, Instant confirmedAt) {
        boolean waits = promise.stage() == Stage.ORDERED && promise.outcome() == null;
        if (!waits || promise.timed() || promise.window().isCustomersDay()) {
            return Optional.empty();
        }
        Knowledge known = knowledge.current();
        CarrierCalendar calendar = known.calendarOf(promise.carrier(), promise.origin());
        DeparturePlan plan = DeparturePlan.of(confirmedAt, known.cutoffs().of(promise.tenantId()), calendar);
        return Optional.of(known.departures().expected(promise.tenantId(), plan, calendar));
    }

    /** The next {@code count} days, beginning with {@code from} itself, on which the promise's carrier delivers. */
    public List<LocalDate> deliveryDays(PromiseView promise, LocalDate from, int count) {
        CarrierCalendar calendar = knowledge.current().calendarOf(promise.carrier(), promise.origin());
        return from.datesUntil(from.plusDays(count * 3L))
                .filter(calendar::isOpen)
                .limit(count)
                .toList();
    }

    /** By which days this parcel comes, as far as is known now, and how likely. */
    public DayChances chances(PromiseView promise, Instant now) {
        Way way = new Way(promise.carrier(), promise.origin(), promise.destination());
        return knowledge.current().chances(promise.window(), way, promise.stage(), Seoul.dateOf(now));
    }

    /** By which days a mall's order comes whose window this was, by what is known of such orders now. */
    public DayChances chances(MallId tenantId, Way way, Window window, Instant confirmedAt) {
        Knowledge known = knowledge.current();
        CarrierCalendar calendar = known.calendarOf(way.carrier(), way.origin());
        Instant handover = known.cutoffs().of(tenantId).handover(confirmedAt, calendar);
        return known.chances(window, way, Seoul.dateOf(handover));
    }

    /** By which days an order that is placed now would come. */
    public DayChances chances(MallId tenantId, Way way, Instant now) {
        Knowledge known = knowledge.current();
        Knowledge.Expected expected = known.expected(tenantId, way, now);
        return known.chances(
                expected.window(), way, Seoul.dateOf(expected.plan().handover()));
    }

    /** How sure a mall wants to be of the days it promises, in per cent: {@code PromisedDay#USUAL} until it chooses. */
    public int promisedQuantile(MallId tenantId) {
        return choices.quantileOf(tenantId);
    }

    /**
     * From now on the member's mall promises by this quantile; promises made before stay as they are. Who may choose is
     * checked at the edge.
     *
     * @return false outside {@code PromisedDay#LEAST} to {@code PromisedDay#MOST}, and nothing was chosen
     */
    public boolean choosePromisedQuantile(StaffMember staff, int quantile) {
        return choices.choose(staff, quantile);
    }

    /** A mall's choices of its quantile, newest first. */
    public List<PromiseChoice> promiseChoices(MallId tenantId, int most) {
        return choices.history(tenantId, most);
    }

    /** A mall's promises, newest first. */
    public Keyset<PromiseView> list(MallId tenantId, PromiseFilter filter, @Nullable String cursor, int limit) {
        return query.list(tenantId, filter, cursor, limit);
    }

    /** The promises of these malls together, newest first; a statement for each, so that each is read along its own index. */
    public Keyset<PromiseView> list(
            Collection<MallId> malls, PromiseFilter filter, @Nullable String cursor, int limit) {
        return Keyset.merged(
                malls.stream().map(mall -> list(mall, filter, cursor, limit)).toList(),
                Comparator.comparing(PromiseView::promiseId).reversed(),
                limit,
                last -> Cursor.after(last.promiseId().value()));
    }

    /** How many promises are where, for the live board. */
    public PromiseFigures figures(MallId tenantId) {
        return figures(List.of(tenantId));
    }

    /** As of one mall, of these together. */
    public PromiseFigures figures(Collection<MallId> malls) {
        return query.figures(malls);
    }
}
