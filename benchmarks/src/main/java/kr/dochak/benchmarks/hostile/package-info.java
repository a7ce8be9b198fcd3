/** The server while strangers do what they can, from many addresses at once: what customers, staff and carriers notice of it. */
@NullMarked
package kr.dochak.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
