/** Kills the server again and again, and looks for what was lost or done twice. */
@NullMarked
package kr.dochak.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
