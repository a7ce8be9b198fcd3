/**
 * Learns how long deliveries take from what was delivered so far, and gives windows for those under way (PRM-1, PRM-2,
 * PRM-5). Pure: no database, no clock, no Spring; whoever feeds it brings what became known, and when.
 */
@NullMarked
package kr.dochak.promise.learning;

import org.jspecify.annotations.NullMarked;
