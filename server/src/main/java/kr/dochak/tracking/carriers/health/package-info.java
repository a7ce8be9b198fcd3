/**
 * How the ways to carriers and aggregators are doing: which are down, which carriers stopped sending, which codes nobody knows;
 * alarms of these, and what the integration page shows.
 */
@NullMarked
@NamedInterface("integrations")
package kr.dochak.tracking.carriers.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
