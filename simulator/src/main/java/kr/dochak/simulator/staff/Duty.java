package kr.dochak.simulator.staff;

import java.time.LocalDateTime;

/** What somebody does again and again at work. */
interface Duty {

    /** One turn; false when there is nothing to do. */
    boolean turn(LocalDateTime now);
}
