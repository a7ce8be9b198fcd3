/** A past year of orders, played in time order through the public interfaces. */
@NullMarked
package kr.dochak.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
