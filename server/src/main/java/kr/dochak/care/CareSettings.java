package kr.dochak.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How care behaves where no policy table says it.
 *
 * @param reopenWithin a customer who writes about an order this long after its case was solved reopens it
 * @param importantFromWon an order of at least this many won makes its case important (CAR-4: high value)
 * @param managerCallsWithin by when a named manager calls about a lost or damaged parcel (MSG-4)
 * @param keepSolved how long solved cases are kept; the law asks for three years (EC-REC)
 */
@ConfigurationProperties("dochak.care")
record CareSettings(
        @DefaultValue("7d") Duration reopenWithin,
        @DefaultValue("300000") long importantFromWon,
        @DefaultValue("24h") Duration managerCallsWithin,
        @DefaultValue("1096d") Duration keepSolved) {}
