/**
 * The board: what needs hands first, and the figures of the day.
 */
@NullMarked
package kr.dochak.console.board;

import org.jspecify.annotations.NullMarked;
