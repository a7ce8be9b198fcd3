/** Plays real histories through the server and measures it. It is no module: it may read every schema, and writes none. */
@NullMarked
package kr.dochak.benchmarks;

import org.jspecify.annotations.NullMarked;
