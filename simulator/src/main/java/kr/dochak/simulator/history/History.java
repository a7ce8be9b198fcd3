package kr.dochak.simulator.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.staff.Staff;

/**
 * Lives the weeks before the demo through the public interfaces, as fast as the server can: the driven clock goes on by a step,
 * and everybody does what they would have done in it. One that was interrupted goes on where it was.
 */
public final class History {

    /** When the clock stops on an ordinary day: before a centre closes its orders, since an order is promised when it is told. */
    private static final List<LocalTime> STOPS = List.of(
            LocalTime.of(8, 0), LocalTime.of(11, 0), LocalTime.of(13, 25), LocalTime.of(18, 0), LocalTime.of(21, 0));

    /** The last day is what people look at first. */
    private static final Duration AT_THE_END = Duration.ofMinutes(60);

    private static final int MOST_TRIES = 5;
    private static final int OK = 200;
    private static final long LOOK_NANOS = 2_000_000;

    private final Korea korea;
    private final Staff staff;
    private final Script script;
    private final BooleanSupplier vendorsThrough;
    private final Spent spent = new Spent();

    public History(Korea korea, Staff staff, Script script, BooleanSupplier vendorsThrough) {
        this.korea = korea;
        this.staff = staff;
        this.script = script;
        this.vendorsThrough = vendorsThrough;
    }

    /** @return whether it came to its end */
    public boolean liveUntil(LocalDateTime end) {
        LocalDateTime begin = korea.now();
        korea.catchUp();
        script.skipTo(begin);
        int tries = 0;
        for (LocalDateTime at = begin; at.isBefore(end); ) {
            LocalDateTime next =
                    earlier(stop(at, end), script.next().filter(at::isBefore).orElse(end));
            int status = step(earlier(next, end));
            if (status == OK) {
                tries = 0;
            } else if (++tries > MOST_TRIES) {
                System.out.println("@history failed " + status);
                return false;
            }
            at = korea.now();
            LocalDateTime now = at;
            spent.of("script", () -> script.play(now));
            spent.of("staff", () -> staff.work(now));
            spent.of("settle", this::settle);
            tell(at, end);
        }
        System.out.println("@history spent " + spent);
        return true;
    }

    /** The server receives what happened in a step before it does what is due at its end: else all that came looks late. */
    private int step(LocalDateTime next) {
        int[] status = {korea.clock().passTo(next)};
        if (status[0] == OK) {
            spent.of("world", korea::catchUp);
            spent.of("telling", korea::awaitAcknowledged);
            spent.of("driving", () -> status[0] = korea.clock().driveTo(next, Duration.ofMinutes(1)));
        }
        return status[0];
    }

    private void settle() {
        korea.flush();
        while (!vendorsThrough.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        korea.awaitAcknowledged();
    }

    private static LocalDateTime stop(LocalDateTime at, LocalDateTime end) {
        if (!at.isBefore(end.minusDays(1))) {
            return at.plus(AT_THE_END);
        }
        return STOPS.stream()
                .map(at.toLocalDate()::atTime)
                .filter(stop -> stop.isAfter(at))
                .findFirst()
                .orElseGet(() -> at.toLocalDate().plusDays(1).atTime(STOPS.getFirst()));
    }

    private void tell(LocalDateTime at, LocalDateTime end) {
        Duration whole = Duration.between(script.begin(), end);
        long done = Duration.between(script.begin(), at).toMinutes() * 100 / Math.max(1, whole.toMinutes());
        long week = Duration.between(script.begin(), at).toDays() / 7 + 1;
        System.out.println("@history " + done + " " + week);
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
