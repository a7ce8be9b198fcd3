/**
 * How delivery windows hold, their models, and what a surer promise would mean.
 */
@NullMarked
package kr.dochak.console.windows;

import org.jspecify.annotations.NullMarked;
