/** Measures delivery windows on a marketplace's recorded orders, as a live system would have told them. */
@NullMarked
package kr.dochak.benchmarks.promise;

import org.jspecify.annotations.NullMarked;
