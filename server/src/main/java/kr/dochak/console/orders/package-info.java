/**
 * Orders: list, search for everything, and the trace of one.
 */
@NullMarked
package kr.dochak.console.orders;

import org.jspecify.annotations.NullMarked;
