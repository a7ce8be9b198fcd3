package kr.dochak.simulator.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.staff.Staff;

/**
 * Lives the weeks before the demo through the public interfaces, as fast as the server can: the driven clock goes on by a step,
 * and everybody does what they would have done in it. One that was interrupted goes on where it was.
 */
public final class History {

    private static final Duration BY_DAY = Duration.ofMinutes(90);
    private static final Duration BY_NIGHT = Duration.ofMinutes(270);
    /** The last days are what people look at first. */
    private static final Duration AT_THE_END = Duration.ofMinutes(30);

    private static final int DAYS_AT_THE_END = 1;
    private static final int MOST_TRIES = 5;

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
            LocalDateTime next = earlier(at.plus(step(at, end)), end);
            int status = korea.clock().driveTo(next, Duration.between(at, next));
            if (status == 200) {
                tries = 0;
            } else if (++tries > MOST_TRIES) {
                System.out.println("@history failed " + status);
                return false;
            }
            at = korea.now();
            korea.catchUp();
            script.play(at);
            staff.work(at);
            settle();
            tell(at, end);
        }
        return true;
    }

    private void settle() throws InterruptedException {
        korea.flush();
        while (!vendorsThrough.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        korea.awaitAcknowledged();
    }

    private static Duration step(LocalDateTime at, LocalDateTime end) {
        if (at.isAfter(end.minusDays(DAYS_AT_THE_END))) {
            return AT_THE_END;
        }
        return at.getHour() >= 7 && at.getHour() < 21 ? BY_DAY : BY_NIGHT;
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
