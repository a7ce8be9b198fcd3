/** How fast scans go through, and how fast a start is, against a floor measured in the same run. */
@NullMarked
package kr.dochak.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
