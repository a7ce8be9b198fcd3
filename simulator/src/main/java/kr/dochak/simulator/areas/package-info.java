/**
 * Bad weather and trouble on roads: where it is, whom it holds up, and how the weather service and the traffic centre tell
 * of it, in their shapes and with their faults.
 */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.areas;
