/** What everybody in Korea shares: the calendar, places, names, letters and chance. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.korea;
