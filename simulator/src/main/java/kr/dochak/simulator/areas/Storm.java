package kr.dochak.simulator.areas;

import java.time.LocalDateTime;

/**
 * One peril in one area.
 *
 * @param number counts storms from 1: what tells one from another
 * @param grave 경보 and not 주의보; of a road, closed
 * @param announced when its service says so; it begins later
 */
record Storm(
        int number,
        String area,
        Peril peril,
        boolean grave,
        LocalDateTime announced,
        LocalDateTime from,
        LocalDateTime until) {

    boolean rages(LocalDateTime at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
