/** Five weeks of a small company before anybody looks at it. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.history;
