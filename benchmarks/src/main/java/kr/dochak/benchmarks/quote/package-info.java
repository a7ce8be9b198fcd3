/** How long a shop waits for a quote. */
@NullMarked
package kr.dochak.benchmarks.quote;

import org.jspecify.annotations.NullMarked;
