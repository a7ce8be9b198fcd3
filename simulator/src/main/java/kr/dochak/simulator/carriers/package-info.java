/** Five carriers: hubs, routes, tracking numbers, scans and what goes wrong. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.carriers;
