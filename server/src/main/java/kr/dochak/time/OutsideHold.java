package kr.dochak.time;

/** Why this process must say nothing to anybody outside, such as a copy whose original still works (SET-3). */
public interface OutsideHold {

    boolean isHeld();
}
