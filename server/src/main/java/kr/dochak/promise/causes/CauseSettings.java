package kr.dochak.promise.causes;

import java.time.Duration;

/**
 * When time counts as lost, and when many late promises count as one situation (PRM-4); {@link CauseNumbers} says what counts now.
 *
 * @param least so much beyond what nine of ten need is lost time; less is not worth a word
 * @param behind so far behind half of the others something has stopped, where nothing is beyond nine of ten
 * @param again what a visit in vain or a wrong turn costs at least while it lasts: the rest of a day and a night
 * @param unlearned where nothing is learned yet, only what lies so long is behind
 * @param situation what many late promises together need
 */
public record CauseSettings(
        Duration least, Duration behind, Duration again, Duration unlearned, SituationSettings situation) {

    /**
     * When a hub, a depot, a lane, a carrier, a centre or a province is a situation.
     *
     * @param least so many late promises it needs; fewer are single lines
     * @param standing so many hold one that stands
     * @param lift so many times as many must be late there as where others are
     * @param beyond so many times as many as at its slow carrier's other hubs make a hub one of its own
     * @param chance so unlikely it must be that chance alone made so many late: one false line in years of looking
     * @param chanceOfNight the same of a lane's night, which is looked at for one day and not for ever
     * @param floor where nothing is late elsewhere, chance is still asked as if so many were to be late
     * @param ofItself which share is late by itself anywhere: nobody's situation
     * @param ofItselfTold the same of a centre, which lacks people on one of three days, and of a province, whose warning is told
     * @param nights promises of a warned province that are late and open are of so many nights
     * @param mostHubs a carrier is slow when the hubs with this share of its parcels are
     */
    public record SituationSettings(
            int least,
            int standing,
            double lift,
            double beyond,
            double chance,
            double chanceOfNight,
            double floor,
            double ofItself,
            double ofItselfTold,
            double nights,
            double mostHubs) {}
}
