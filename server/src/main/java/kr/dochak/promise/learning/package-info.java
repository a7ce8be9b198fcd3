/**
 * Learns how long deliveries take from what was delivered so far, and tells for a delivery that is under way when it will
 * end (PRM-1, PRM-2, PRM-5). Pure: no database, no clock, no Spring; whoever feeds it says what became known, and when.
 */
@NullMarked
package kr.dochak.promise.learning;

import org.jspecify.annotations.NullMarked;
