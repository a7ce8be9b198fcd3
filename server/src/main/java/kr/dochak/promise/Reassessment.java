package kr.dochak.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kr.dochak.promise.CauseRule.Preparation;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseRow.Ended;
import kr.dochak.promise.PromiseRow.Found;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Forecast;
import kr.dochak.promise.windows.PromisedDay;
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

    /** How long after a broken promise's end its new windows are followed without a scan. */
    private static final Duration FOLLOWED = Duration.ofDays(7);

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
            return after.found() != null && !after.found().equals(before.found());
        }

        boolean settled() {
            return before.isOpen() && !after.isOpen();
        }

        /** Another day than was announced to the customer, of a promise that holds or of one that is late already. */
        boolean changedDay() {
            boolean known = after.found() == null || (before.found() != null && loss(after.reason()) == null);
            return after.isOpen() && known && !before.told().equals(after.told());
        }
    }

    public int version(Window window) {
        return forecast.version(window);
    }

    CarrierCalendars calendars() {
        return calendars;
    }

    /** The promise that a mall which wants to be so sure makes of a window. */
    public TimeWindow promise(Window window, String carrier, String origin, int quantile) {
        return PromisedDay.promise(window, quantile, calendars.of(carrier, origin)::isOpen);
    }

    /** What is expected of a parcel; the rule by which a quote is answered too. */
    public Window window(Forecast.Delivery known, Instant now) {
        return forecast.window(known, calendars.of(known.carrier(), known.origin()), now);
    }

    public Reassessed look(
            PromiseRow row, @Nullable ShipmentState state, @Nullable Preparation preparation, Instant now) {
        if (state == null || state.status() == ShipmentStatus.PENDING) {
            return look(row, row, null, preparation, now);
        }
        PromiseRow reached = row.reached(Stage.of(state), entered(row, state), state.reason(), state.place());
        return Stage.ends(state.status())
                ? ended(row, reached, state, now)
                : look(row, reached, state.lastScanAt(), preparation, now);
    }

    private Reassessed look(
            PromiseRow row,
            PromiseRow reached,
            @Nullable Instant lastScan,
            @Nullable Preparation preparation,
            Instant now) {
        Window window = window(reached, now);
        boolean shown = differs(row.window(), window);
        PromiseRow moved = reached.with(window, isNews(row, window, now) ? window.p50() : row.told());
        if (row.found() != null) {
            return worsened(row, moved, row.found(), shown, now);
        }
        return judged(row, moved, shown, lastScan, preparation, now);
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
            @Nullable Instant lastScan,
            @Nullable Preparation preparation,
            Instant now) {
        ScanReason reason = moved.reason();
        DelayCause loss = loss(reason);
        if (loss != null) {
            return found(row, moved, new Found(PromiseFact.DelayKind.PREDICTED, loss, now, now));
        }
        return switch (verdict(moved, lastScan, now)) {
            case DelayRule.Verdict.Wait wait ->
                new Reassessed(row, moved.checkedAt(earlier(row, untilPassed(moved, wait.until(), now), now)), shown);
            case DelayRule.Verdict.Certain certain -> {
                DelayCause cause = cause(moved, certain.kind(), preparation, now);
                yield found(row, moved, new Found(certain.kind(), cause, certain.since(), now));
            }
        };
    }

    /**
     * A delay is found once, but a late parcel that turns out to be damaged or lost is found again: it is worth more (BEN-1)
     * and needs another answer. Damage after a loss changes nothing.
     */
    private static Reassessed worsened(PromiseRow row, PromiseRow moved, Found known, boolean shown, Instant now) {
        DelayCause loss = loss(moved.reason());
        if (loss == null || loss == known.cause() || known.cause() == DelayCause.LOST) {
            return new Reassessed(row, moved.checkedAt(loss == null ? again(moved, known, now) : null), shown);
        }
        return found(row, moved, new Found(known.kind(), loss, now, now));
    }

    /**
     * The window in a delay's notice may pass too; then the customer gets a new one before asking. A silent parcel gets
     * none, and after a week people have to look for it.
     */
    private static @Nullable Instant again(PromiseRow row, Found known, Instant now) {
        Instant passed = row.window().p90().plusSeconds(1);
        boolean tellable = known.kind() != PromiseFact.DelayKind.SILENT
                && passed.isAfter(now)
                && passed.isBefore(row.promised().to().plus(FOLLOWED));
        return tellable ? passed : null;
    }

    /** A window that passes while its promise still holds is looked at then: what a page shows must not lie in the past. */
    private static Instant untilPassed(PromiseRow row, Instant until, Instant now) {
        Instant passed = row.window().p90().plusSeconds(1);
        return passed.isAfter(now) && passed.isBefore(until) ? passed : until;
    }

    private static @Nullable DelayCause loss(@Nullable ScanReason reason) {
        return reason == ScanReason.LOST ? DelayCause.LOST : reason == ScanReason.DAMAGED ? DelayCause.DAMAGED : null;
    }

    private static Reassessed found(PromiseRow row, PromiseRow moved, Found found) {
        PromiseRow late = moved.found(found);
        boolean lost = loss(moved.reason()) != null;
        return new Reassessed(row, lost ? late : late.checkedAt(again(late, found, found.foundAt())), true);
    }

    DelayCause cause(PromiseRow row, PromiseFact.DelayKind kind, @Nullable Preparation preparation, Instant now) {
        DelayCause area = row.timed()
                ? null
                : forecast.areaExtra(row.known(), calendar(row), now)
                        .map(extra -> extra.kind().isTraffic() ? DelayCause.LINE_HAUL : DelayCause.WEATHER)
                        .orElse(null);
        return CauseRule.cause(kind, row.stage(), row.reason(), row.place(), preparation, area);
    }

    /** How long half of the parcels need from here; half of that is when what they meet is still no result of it. */
    Duration usual(PromiseRow row, Stage stage) {
        return forecast.remaining(row.known(), stage).q50();
    }

    private DelayRule.Verdict verdict(PromiseRow row, @Nullable Instant lastScan, Instant now) {
        CarrierCalendar calendar = calendar(row);
        Instant silentAfter = lastScan == null ? Instant.MAX : forecast.silentAfter(row.known(), calendar, lastScan);
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
        return row.window().isCustomersDay() ? row.with(possible(row, now), row.told()) : row;
    }

    private CarrierCalendar calendar(PromiseRow row) {
        return calendars.of(row.carrier(), row.origin());
    }

    /** Lazy timer: only an earlier moment is written; a later one is found out when the earlier has come. */
    private static Instant earlier(PromiseRow row, Instant until, Instant now) {
        Instant before = row.checkAt();
        return before != null && before.isAfter(now) && before.isBefore(until) ? before : until;
    }

    /**
     * Another day than was announced. It counts once the announced window is over, or once the new day is further away than
     * the window's own doubt.
     */
    private static boolean isNews(PromiseRow row, Window window, Instant now) {
        boolean otherDay = !Seoul.dateOf(row.told()).equals(Seoul.dateOf(window.p50()));
        return otherDay && (row.window().p90().isBefore(now) || isBeyondDoubt(row.told(), window));
    }

    /** The middle of a fortnight's window moves every day; that alone is not worth a notice. */
    static boolean isBeyondDoubt(Instant told, Window window) {
        Duration doubt = Duration.between(window.p10(), window.p90()).dividedBy(2);
        return Duration.between(told, window.p50()).abs().compareTo(doubt) >= 0;
    }

    private static boolean differs(Window before, Window after) {
        return apart(before.p50(), after.p50()) || apart(before.p90(), after.p90()) || apart(before.p10(), after.p10());
    }

    private static boolean apart(Instant a, Instant b) {
        return Math.abs(ChronoUnit.MINUTES.between(a, b)) >= Duration.ofHours(1).toMinutes();
    }
}
