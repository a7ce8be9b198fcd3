package kr.dochak.simulator.keeping;

import java.time.LocalDateTime;

/**
 * What a world is born with; with the deeds by hand it is everything that makes it what it is.
 *
 * @param quietDays for how many days the malls are young and sell less
 */
public record Birth(LocalDateTime at, long seed, int ordersPerDay, int quietDays, double storms, double incidents) {

    public Birth bornAt(LocalDateTime moment) {
        return new Birth(moment, seed, ordersPerDay, quietDays, storms, incidents);
    }
}
