/**
 * The simulator's Korea, driven through weeks: do windows hold through a jam, a holiday week and a carrier that becomes
 * slow?
 */
@NullMarked
package kr.dochak.benchmarks.korea;

import org.jspecify.annotations.NullMarked;
