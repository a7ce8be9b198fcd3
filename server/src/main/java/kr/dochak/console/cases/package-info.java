/**
 * The desk: queues, a case with its conversation, and what can be done.
 */
@NullMarked
package kr.dochak.console.cases;

import org.jspecify.annotations.NullMarked;
