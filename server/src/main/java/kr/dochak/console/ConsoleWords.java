package kr.dochak.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import kr.dochak.identity.StaffRole;
import kr.dochak.orders.OrderStatus;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.accuracy.DriftAlarm;
import kr.dochak.promise.windows.Departure;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Words;
import org.springframework.context.NoSuchMessageException;

/** How the console says what the modules know. Public, since templates call it. */
public final class ConsoleWords {

    private ConsoleWords() {}

    /** A delay's cause in one or two words. */
    public static String cause(DelayCause cause, Words words) {
        return words.word("console.cause." + cause);
    }

    /** A role by the name the company gave it, or by the one it came with. */
    public static String role(StaffRole role, Words words) {
        return role.name() == null ? words.word("console.role." + role.shipped()) : role.name();
    }

    /** A customer by their masked name; who has none was erased, and the order is about nobody. */
    public static String customer(Map<PersonId, String> names, PersonId personId, Words words) {
        String name = names.get(personId);
        return name == null ? words.word("console.customer.erased") : name;
    }

    /** Where an order stands that is not simply paid. */
    public static String standing(OrderSummary order, Words words) {
        return words.word(order.status() == OrderStatus.UNPAID ? "console.trace.unpaid" : "console.trace.cancelled");
    }

    /** How many days after an order: {@code 다음 날}, {@code 3일 뒤}. */
    public static String daysAfter(long days, Words words) {
        return days == 0 || days == 1
                ? words.word("console.windows.whatif.after." + days)
                : words.word("console.windows.whatif.after", days);
    }

    /** A carrier by the name people use; an unknown one by its code. */
    public static String carrier(CarrierId carrier, Words words) {
        return carrier.value().equals("*")
                ? words.word("console.carrier.none")
                : Carrier.nameOf(carrier, words.locale());
    }

    public static String carrier(String code, Words words) {
        return carrier(new CarrierId(code), words);
    }

    /** Where a promise stands: kept, missed, late, silent, at risk, or on time. */
    public static String state(PromiseView promise, Words words) {
        return words.word("console.state." + stateKey(promise));
    }

    /** The colour of {@link #state}. */
    public static Tone tone(PromiseView promise) {
        return switch (stateKey(promise)) {
            case "late", "missed", "lost", "damaged" -> Tone.LATE;
            case "silent" -> Tone.SILENT;
            case "at-risk" -> Tone.AT_RISK;
            case "kept" -> Tone.DONE;
            case "void" -> Tone.NEUTRAL;
            default -> Tone.ON_TIME;
        };
    }

    private static String stateKey(PromiseView promise) {
        Outcome outcome = promise.outcome();
        if (outcome != null) {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
        var delay = promise.delay();
        if (delay != null) {
            return switch (delay.cause()) {
                case LOST -> "lost";
                case DAMAGED -> "damaged";
                default -> delay.kind() == DelayKind.SILENT ? "silent" : "late";
            };
        }
        return promise.atRisk() ? "at-risk" : "on-time";
    }

    /**
     * What is left between the latest expected arrival, or the real one, and the promise; what is not here by now comes
     * later.
     */
    public static Duration slack(PromiseView promise, Instant now) {
        Instant expected = promise.window().p90();
        Instant arrives = promise.deliveredAt();
        return Duration.between(
                arrives != null ? arrives : isBehind(promise, now) ? now : expected,
                promise.promised().to());
    }

    /** Whether a parcel that is still expected should have come by now even at the latest. */
    public static boolean isBehind(PromiseView promise, Instant now) {
        return promise.outcome() == null && promise.window().p90().isBefore(now);
    }

    /** Whether nothing is to be expected any more: cancelled, lost or damaged. */
    public static boolean isGone(PromiseView promise) {
        var delay = promise.delay();
        return promise.outcome() == Outcome.VOID
                || (promise.outcome() == null
                        && delay != null
                        && (delay.cause() == DelayCause.LOST || delay.cause() == DelayCause.DAMAGED));
    }

    /** What is left in words, {@code +5시간}; nothing where nothing is expected any more. */
    public static String left(PromiseView promise, Frame frame) {
        return isGone(promise)
                ? frame.words().word("console.none.no-slack")
                : KoreanTime.slack(slack(promise, frame.now()), frame.words().locale());
    }

    /** When it came or is expected; nothing where nothing is expected any more. */
    public static String arrival(PromiseView promise, Frame frame) {
        if (isGone(promise)) {
            return frame.words().word("console.none.gone");
        }
        Locale locale = frame.words().locale();
        Instant delivered = promise.deliveredAt();
        if (delivered != null) {
            return frame.words().word("console.delivered-at", KoreanTime.moment(delivered, frame.now(), locale));
        }
        String window =
                KoreanTime.window(promise.window().p10(), promise.window().p90(), frame.now(), locale);
        return isBehind(promise, frame.now()) ? frame.words().word("console.window.behind", window) : window;
    }

    /** When a carrier is to take it, in whole hours; a hand-over that should have been by now says so. */
    public static String handover(Departure departure, Frame frame) {
        Window taken = departure.handover();
        String hours = KoreanTime.window(
                taken.p10().truncatedTo(ChronoUnit.HOURS),
                taken.p90().minusNanos(1).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS),
                frame.now(),
                frame.words().locale());
        return taken.p90().isBefore(frame.now()) ? frame.words().word("console.handover.behind", hours) : hours;
    }

    /** What was promised to the customer. */
    public static String promised(PromiseView promise, Frame frame) {
        Locale locale = frame.words().locale();
        return promise.timed()
                ? KoreanTime.window(
                        promise.promised().from(), promise.promised().to(), frame.now(), locale)
                : KoreanTime.moment(promise.promised().to(), frame.now(), locale);
    }

    /** The name of an order, its first item and how many more, in the reader's language. */
    public static String title(OrderSummary order, Words words) {
        String more = " 외 " + (order.lineCount() - 1) + "개";
        return words.english() && order.title().endsWith(more)
                ? words.word(
                        "console.order.more",
                        order.title().substring(0, order.title().length() - more.length()),
                        order.lineCount() - 1)
                : order.title();
    }

    /** What a window was reckoned from, in words; a basis that this version does not know as it was stored. */
    public static String basis(WindowBasis basis, Words words) {
        return switch (basis) {
            case WindowBasis.Lane lane ->
                words.word(
                        "console.trace.basis.lane", lane.origin() + "→" + lane.destination(), (long) lane.deliveries());
            case WindowBasis.Model model ->
                words.word(
                        "console.trace.basis.model",
                        model.model(),
                        String.format(Locale.ROOT, "%,d", model.deliveries()));
            case WindowBasis.Departed departed ->
                words.word(
                        departed.whose() == WindowBasis.Whose.MALL
                                ? "console.trace.basis.mall"
                                : "console.trace.basis.malls",
                        departed.parcels());
            case WindowBasis.LaneDefault _, WindowBasis.DepartureDefault _ -> words.word("console.trace.basis.default");
            case WindowBasis.Slot _ -> words.word("console.trace.basis.slot");
            case WindowBasis.CustomersDay _ -> words.word("console.trace.basis.day");
            case WindowBasis.Moved moved ->
                words.word(
                        "console.trace.basis.area",
                        basis(moved.ground(), words),
                        moved.hours(),
                        moved.province(),
                        AreaWords.what(moved.kind(), moved.level(), words),
                        moved.deliveries());
            case WindowBasis.Other other -> other.text();
        };
    }

    /** A way to pay, or where an order came from, in words; an unknown one as it was given. */
    public static String code(String kind, String code, Words words) {
        try {
            return words.word("console." + kind + "." + code.toUpperCase(Locale.ROOT));
        } catch (NoSuchMessageException e) {
            return code;
        }
    }

    /** {@code 3분 20초} for short lengths, else the largest unit. */
    public static String seconds(double seconds, Words words) {
        Duration length = Duration.ofMillis(Math.round(seconds * 1000));
        if (length.toSeconds() < 60) {
            return words.word("console.seconds", length.toSeconds());
        }
        return KoreanTime.length(length, words.locale());
    }

    /** What an alarm about windows is about: a carrier, a lane, or everything. */
    public static String drifting(DriftAlarm alarm, Words words) {
        return switch (alarm.kind()) {
            case ALL -> words.word("console.windows.everything");
            case CARRIER -> alarm.carrier() == null ? "" : carrier(alarm.carrier(), words);
            case LANE -> alarm.origin() + "→" + alarm.destination();
        };
    }

    /** A share in whole per cent: {@code 81%}. */
    public static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** A length one need not add up: {@code 40분}, {@code 19시간}, {@code 2.4일}. */
    public static String about(Duration length, Words words) {
        if (length.toMinutes() < 60) {
            return words.word("console.minutes", length.toMinutes());
        }
        return length.toHours() < 48
                ? words.word("console.hours", Math.round(length.toMinutes() / 60.0))
                : words.word("console.days", "%.1f".formatted(length.toHours() / 24.0));
    }

    /** Hours and minutes: {@code 5시간 20분}. */
    public static String hours(Duration length, Words words) {
        long minutes = Math.round(length.toSeconds() / 60.0);
        if (minutes < 60) {
            return words.word("console.minutes", minutes);
        }
        long hours = minutes / 60;
        return minutes % 60 == 0
                ? words.word("console.hours", hours)
                : words.word("console.hours-minutes", hours, minutes % 60);
    }
}
