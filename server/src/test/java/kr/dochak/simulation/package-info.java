/** Thirty days of a mall and its carriers, drawn from a seed, with crashes: what must hold whatever happens. */
@NullMarked
package kr.dochak.simulation;

import org.jspecify.annotations.NullMarked;
