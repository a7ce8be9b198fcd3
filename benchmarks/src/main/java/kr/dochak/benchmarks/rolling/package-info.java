/** Two processes behind nginx, of which each is replaced while people and carriers come. */
@NullMarked
package kr.dochak.benchmarks.rolling;

import org.jspecify.annotations.NullMarked;
