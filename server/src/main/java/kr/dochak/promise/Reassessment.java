package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseRow.Ended;
import kr.dochak.promise.PromiseRow.Found;
import kr.dochak.promise.causes.CauseRule;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.shared.Moments;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one promise finds: a new window, a delay, its end. Pure, and the same for a scan and for a timer,
 * so that no way of learning something is treated differently from another.
 */
public final class Reassessment {

    private final Forecast forecast;
    private final CarrierCalendars calendars;
    private final double surelyLate;

    /** @param surelyLate the chance of being late above which the customer is warned */
    public Reassessment(Forecast forecast, CarrierCalendars calendars, double surelyLate) {
        this.forecast = forecast;
        this.calendars = calendars;
        this.surelyLate = surelyLate;
    }

    /**
     * A promise after a look at it.
     *
     * @param shown true when the window moved so far that pages now show another one: it goes into the ledger
     */
    public record Reassessed(PromiseRow before, PromiseRow after, boolean shown) {

        /**
         * Whether more changed than where the parcel is and, by minutes, a window that is not shown for that: most scans
         * change nothing else.
         */
        boolean matters() {
            return shown || !after.asSeenIn(before).equals(before);
        }

        /** A late parcel in another place: what needs hands is counted by where it is. */
        boolean isLateElsewhere() {
            return before.found() != null && !after.place().equals(before.place());
        }

        boolean foundDelay() {
            return after.found() != null
                    && (before.found() == null
                            || !after.found().foundAt().equals(before.found().foundAt())
                            || isLossAnew(before.found(), after.found()));
        }

        /** A loss can become known in the moment in which its delay was found. */
        private static boolean isLossAnew(Found before, Found after) {
            return after.cause() != before.cause()
                    && (after.cause() == DelayCause.LOST || after.cause() == DelayCause.DAMAGED);
        }

        boolean settled() {
            return before.isOpen() && !after.isOpen();
        }

        /** Another day than was announced to the customer, of a promise that holds or of one that is late already. */
        boolean changedDay() {
            boolean known = after.found() == null || (before.found() != null && loss(after.reason()) == null);
            return after.isOpen() && known && !before.announced().equals(after.announced());
        }
    }

    public int version(Window window) {
        return forecast.version(window);
    }

    CarrierCalendars calendars() {
        return calendars;
    }

    /** What is expected of a parcel; the rule by which a quote is answered too. */
    public Window window(Forecast.Delivery known, Instant now) {
        return forecast.window(known, calendars.of(known.carrier(), known.origin()), now);
    }

    public Reassessed look(
            PromiseRow row, @Nullable ShipmentState state, @Nullable Preparation preparation, Instant now) {
        if (state == null || state.status() == ShipmentStatus.PENDING || row.isOlder(state)) {
            return look(row, row, state == null || row.isOlder(state) ? null : state, preparation, now);
        }
        PromiseRow reached = row.reached(Stage.of(state), entered(row, state), state.reason(), state.place());
        return Stage.ends(state.status())
                ? ended(row, reached, state, now)
                : look(row, reached, state, preparation, now);
    }

    private Reassessed look(
            PromiseRow row,
            PromiseRow reached,
            @Nullable ShipmentState state,
            @Nullable Preparation preparation,
            Instant now) {
        Window window = window(reached, now);
        boolean shown = window.isAnotherThan(row.window());
        PromiseRow moved = reached.with(window, isWorthAnnouncing(row, window, now) ? window.p50() : row.announced());
        if (row.found() != null) {
            return worsened(row, moved, row.found(), shown, now);
        }
        return judged(row, moved, shown, state, preparation, now);
    }

    /**
     * When the stage began. Scans often come by the handful, and the newest does not show when the parcel set out, so the
     * usual moment of setting out counts.
     */
    private Instant entered(PromiseRow row, ShipmentState state) {
        boolean waited = row.stage() == Stage.ORDERED || row.stage() == Stage.PICKED_UP;
        if (!waited || Stage.of(state) != Stage.IN_TRANSIT) {
            return state.statusAt();
        }
        Duration usual = forecast.remaining(row.known(), row.stage())
                .q50()
                .minus(forecast.remaining(row.known(), Stage.IN_TRANSIT).q50());
        Instant setOut = calendar(row).plus(row.since(), usual.isNegative() ? Duration.ZERO : usual);
        return Moments.earlier(setOut, state.statusAt());
    }

    private static Reassessed ended(PromiseRow row, PromiseRow reached, ShipmentState state, Instant now) {
        Instant delivered = state.deliveredAt();
        Outcome outcome = delivered == null
                ? Outcome.VOID
                : delivered.isAfter(row.promised().to()) ? Outcome.MISSED : Outcome.KEPT;
        return new Reassessed(row, reached.ended(new Ended(outcome, delivered, now)), false);
    }

    private Reassessed judged(
            PromiseRow row,
            PromiseRow moved,
            boolean shown,
            @Nullable ShipmentState state,
            @Nullable Preparation preparation,
            Instant now) {
        ScanReason reason = moved.reason();
        DelayCause loss = loss(reason);
        if (loss != null) {
            return found(row, moved, new Found(PromiseFact.DelayKind.PREDICTED, loss, now, now));
        }
        return switch (verdict(moved, state, now)) {
            case DelayRule.Verdict.Wait wait ->
                new Reassessed(row, moved.checkedAt(DelayRule.next(row, moved, wait.until(), now)), shown);
            case DelayRule.Verdict.Certain certain -> {
                DelayCause cause = cause(moved, certain.kind(), preparation, now);
                yield certain(row, moved, new Found(certain.kind(), cause, certain.since(), now));
            }
        };
    }

    /** What is certain to break its promise is not expected within it. What nobody sees is looked at again: its promise may still hold. */
    private Reassessed certain(PromiseRow row, PromiseRow moved, Found found) {
        if (found.kind() == PromiseFact.DelayKind.PREDICTED) {
            Window late = moved.window().after(row.promised().to(), calendar(row));
            return found(row, moved.with(late, moved.announced()), found);
        }
        Reassessed seen = found(row, moved, found);
        return isUnseen(row, found) && verdict(moved, null, found.foundAt()) instanceof DelayRule.Verdict.Wait wait
                ? new Reassessed(row, seen.after().checkedAt(wait.until()), true)
                : seen;
    }

    /** A parcel that went silent while its promise held: that it is late is certain only later, and then told (TRK-4). */
    private static boolean isUnseen(PromiseRow row, Found known) {
        return known.kind() == PromiseFact.DelayKind.SILENT
                && known.foundAt().isBefore(row.promised().to());
    }

    /**
     * A delay is found once, but a late parcel that turns out to be damaged or lost is found again: it is worth more (BEN-1)
     * and needs another answer. Damage after a loss changes nothing.
     */
    private Reassessed worsened(PromiseRow row, PromiseRow moved, Found known, boolean shown, Instant now) {
        DelayCause loss = loss(moved.reason());
        if (loss != null && loss != known.cause() && known.cause() != DelayCause.LOST) {
            return found(row, moved, new Found(known.kind(), loss, now, now));
        }
        if (loss == null && isUnseen(row, known)) {
            return switch (verdict(moved, null, now)) {
                case DelayRule.Verdict.Wait wait -> new Reassessed(row, moved.checkedAt(wait.until()), shown);
                case DelayRule.Verdict.Certain certain ->
                    certain(row, moved, new Found(certain.kind(), known.cause(), certain.since(), now));
            };
        }
        return new Reassessed(row, moved.checkedAt(loss == null ? DelayRule.again(moved, known, now) : null), shown);
    }

    private static @Nullable DelayCause loss(@Nullable ScanReason reason) {
        return reason == ScanReason.LOST ? DelayCause.LOST : reason == ScanReason.DAMAGED ? DelayCause.DAMAGED : null;
    }

    private static Reassessed found(PromiseRow row, PromiseRow moved, Found found) {
        PromiseRow late = moved.found(found);
        boolean lost = loss(moved.reason()) != null;
        return new Reassessed(row, lost ? late : late.checkedAt(DelayRule.again(late, found, found.foundAt())), true);
    }

    DelayCause cause(PromiseRow row, PromiseFact.DelayKind kind, @Nullable Preparation preparation, Instant now) {
        DelayCause area = row.timed()
                ? null
                : forecast.areaExtra(row.known(), calendar(row), now)
                        .map(extra -> extra.kind().isTraffic() ? DelayCause.LINE_HAUL : DelayCause.WEATHER)
                        .orElse(null);
        return CauseRule.ofStage(kind, row.stage(), row.reason(), row.place(), preparation, area);
    }

    /** How long half of the parcels need from here; half of that is when what they meet is still no result of it. */
    Duration usual(PromiseRow row, Stage stage) {
        return forecast.remaining(row.known(), stage).q50();
    }

    private DelayRule.Verdict verdict(PromiseRow row, @Nullable ShipmentState state, Instant now) {
        CarrierCalendar calendar = calendar(row);
        Instant silentAfter =
                state == null ? Instant.MAX : forecast.silentAfter(row.known(), calendar, state.lastScanAt());
        Instant lastChance =
                forecast.lastChance(row.known(), calendar, row.promised().to(), row.timed());
        if (row.stage() != Stage.ORDERED && lastChance.isBefore(row.since())) {
            lastChance = row.since(); // a parcel that came back from its tour was not late before
        }
        return DelayRule.judge(row.promised().to(), row.window(), surelyLate, lastChance, silentAfter, now);
    }

    /** What is shown now; a customer's wish for a later day holds until the parcel is on a van all the same. */
    public Window window(PromiseRow row, Instant now) {
        if (row.timed()) {
            return forecast.slot(row.known(), row.promised(), now);
        }
        Window possible = possible(row, now);
        return row.window().isCustomersDay() && row.stage() != Stage.OUT_FOR_DELIVERY
                ? Forecast.onTheDayAskedFor(possible, row.promised(), calendar(row))
                : possible;
    }

    /** As if a day had not been declared closed. */
    public Window windowWithout(LocalDate closed, PromiseRow row, Instant now) {
        return forecast.window(row.known(), calendar(row).without(closed), now);
    }

    /** When it could come if nobody had asked for a day. */
    public Window possible(PromiseRow row, Instant now) {
        return forecast.window(row.known(), calendar(row), now);
    }

    /** The promise moved to the day that the customer asked for, and the window with it. */
    public PromiseRow asked(PromiseRow row, TimeWindow day, Instant now) {
        PromiseRow moved = row.promising(day, false);
        Window window = Forecast.onTheDayAskedFor(possible(moved, now), day, calendar(row));
        return moved.with(window, window.p50());
    }

    /** The window as if nobody had asked for a day; the announced arrival stays. */
    public PromiseRow unasked(PromiseRow row, Instant now) {
        return row.window().isCustomersDay() ? row.with(possible(row, now), row.announced()) : row;
    }

    private CarrierCalendar calendar(PromiseRow row) {
        return calendars.of(row.carrier(), row.origin());
    }

    /**
     * Another day than was announced. It counts once the announced window is over, or once the new day is further away than
     * the window's own doubt.
     */
    private static boolean isWorthAnnouncing(PromiseRow row, Window window, Instant now) {
        boolean otherDay = !Seoul.dateOf(row.announced()).equals(Seoul.dateOf(window.p50()));
        return otherDay && (row.window().p90().isBefore(now) || isBeyondDoubt(row.announced(), window));
    }

    /** The middle of a fortnight's window moves every day; that alone is not worth a notice. */
    static boolean isBeyondDoubt(Instant announced, Window window) {
        Duration doubt = Duration.between(window.p10(), window.p90()).dividedBy(2);
        return Duration.between(announced, window.p50()).abs().compareTo(doubt) >= 0;
    }
}
