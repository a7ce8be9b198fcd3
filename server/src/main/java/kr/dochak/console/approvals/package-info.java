/** 결재: what waits for somebody's yes or no, what they asked for, what was decided, and who stands in for whom. */
@NullMarked
package kr.dochak.console.approvals;

import org.jspecify.annotations.NullMarked;
