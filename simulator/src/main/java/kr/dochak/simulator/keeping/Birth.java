package kr.dochak.simulator.keeping;

import java.time.LocalDateTime;

/** What a world is born with; with the deeds by hand it is everything that makes it what it is. */
public record Birth(LocalDateTime at, long seed, int ordersPerDay, double storms, double incidents) {

    public Birth bornAt(LocalDateTime moment) {
        return new Birth(moment, seed, ordersPerDay, storms, incidents);
    }
}
