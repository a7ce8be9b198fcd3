/** The simulator's own HTTP: control, vendors' addresses and pages for people. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.control;
