/** Does the product find why parcels are late, and what happened to many at once? In the simulated Korea, whose truth it never sees. */
@NullMarked
package kr.dochak.benchmarks.causes;

import org.jspecify.annotations.NullMarked;
