/** 열람 기록: who of the staff looked at whose data, and why. */
@NullMarked
package kr.dochak.console.access;

import org.jspecify.annotations.NullMarked;
