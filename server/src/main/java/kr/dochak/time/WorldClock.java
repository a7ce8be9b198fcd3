package kr.dochak.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The only source of time, which never goes backwards. Real by default; the demo may run it at another speed; tests and
 * the replay drive it.
 */
public final class WorldClock implements InstantSource {

    /** How time passes. */
    public enum Mode {
        REAL,
        SPEED,
        DRIVEN
    }

    private final InstantSource wall;
    private volatile State state;

    private record State(Mode mode, Instant base, Instant wallBase, double speed) {}

    private WorldClock(InstantSource wall, State state) {
        this.wall = wall;
        this.state = state;
    }

    /** Time as it is. */
    public static WorldClock real() {
        InstantSource wall = InstantSource.system();
        return new WorldClock(wall, new State(Mode.REAL, wall.instant(), wall.instant(), 1));
    }

    /** Time that starts at {@code start} and runs {@code speed} times as fast as the wall clock. */
    public static WorldClock running(Instant start, double speed) {
        InstantSource wall = InstantSource.system();
        return new WorldClock(wall, new State(Mode.SPEED, start, wall.instant(), speed));
    }

    /** Time that stands still until it is moved. */
    public static WorldClock driven(Instant start) {
        return new WorldClock(InstantSource.system(), new State(Mode.DRIVEN, start, start, 0));
    }

    @Override
    public Instant instant() {
        State s = state;
        return switch (s.mode) {
            case REAL -> wall.instant();
            case DRIVEN -> s.base;
            case SPEED ->
                s.base.plusNanos(
                        (long) (Duration.between(s.wallBase, wall.instant()).toNanos() * s.speed));
        };
    }

    /** Time as other devices have it, such as a phone that makes codes of it; a driven world has no other than its own. */
    public Instant onDevices() {
        return mode() == Mode.DRIVEN ? instant() : wall.instant();
    }

    public Mode mode() {
        return state.mode;
    }

    public double speed() {
        return state.speed;
    }

    /** Runs at another speed from this moment on; only in a world that has a speed. */
    public synchronized void speed(double speed) {
        requireMode(Mode.SPEED);
        state = new State(Mode.SPEED, instant(), wall.instant(), speed);
    }

    /** Moves a driven world forward; a moment already passed leaves it where it is. */
    public synchronized void advanceTo(Instant to) {
        requireMode(Mode.DRIVEN);
        if (to.isAfter(state.base)) {
            state = new State(Mode.DRIVEN, to, to, 0);
        }
    }

    private void requireMode(Mode mode) {
        if (state.mode != mode) {
            throw new IllegalStateException("the clock is " + state.mode + ", not " + mode);
        }
    }
}
