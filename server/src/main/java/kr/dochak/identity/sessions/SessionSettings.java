package kr.dochak.identity.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long log-ins stand, and how many there may be.
 *
 * @param inAll beyond this many of all people the oldest end
 */
@ConfigurationProperties("dochak.identity.sessions")
record SessionSettings(
        @DefaultValue Staff staff,
        @DefaultValue Customers customers,
        @DefaultValue("500000") int inAll) {

    /**
     * Limits for staff.
     *
     * @param ends a log-in ends then, however much it is used: a working day
     * @param idle it ends earlier when nothing was asked for so long
     * @param most log-ins of one person at the same time; the oldest ends for a new one
     */
    record Staff(
            @DefaultValue("12h") Duration ends,
            @DefaultValue("2h") Duration idle,
            @DefaultValue("5") int most) {}

    /**
     * Limits for customers.
     *
     * @param ends a log-in ends then, however much it is used
     * @param idle it ends earlier when nothing was asked for so long
     * @param most log-ins of one person at the same time; the oldest ends for a new one
     */
    record Customers(
            @DefaultValue("30d") Duration ends,
            @DefaultValue("14d") Duration idle,
            @DefaultValue("10") int most) {}
}
