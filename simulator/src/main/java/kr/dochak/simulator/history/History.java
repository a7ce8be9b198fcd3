package kr.dochak.simulator.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private final Korea korea;
    private final Staff staff;
    private final Script script;
    private final BooleanSupplier vendorsThrough;

    public History(Korea korea, Staff staff, Script script, BooleanSupplier vendorsThrough) {
        this.korea = korea;
        this.staff = staff;
        this.script = script;
        this.vendorsThrough = vendorsThrough;
    }

    /** @return whether it came to its end */
    public boolean liveUntil(LocalDateTime end) throws InterruptedException {
        LocalDateTime begin = korea.now();
        korea.catchUp();
        script.skipTo(begin);
        int tries = 0;
        for (LocalDateTime at = begin; at.isBefore(end); ) {
            LocalDateTime next = earlier(stop(at, end), end);
            int status = step(next);
            if (status == OK) {
                tries = 0;
            } else if (++tries > MOST_TRIES) {
                System.out.println("@history failed " + status);
                return false;
            }
            at = korea.now();
            script.play(at);
            staff.work(at);
            settle();
            tell(at, end);
        }
        return true;
    }

    /** The server receives what happened in a step before it does what is due at its end: else all that came looks late. */
    private int step(LocalDateTime next) {
        int status = korea.clock().passTo(next);
        if (status == OK) {
            korea.catchUp();
            korea.awaitAcknowledged();
            status = korea.clock().driveTo(next, Duration.ofMinutes(1));
        }
        return status;
    }

    private void settle() throws InterruptedException {
        korea.flush();
        while (!vendorsThrough.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(2);
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
