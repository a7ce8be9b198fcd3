/** 보상 정책: its versions, and a form for the next one that others agree to. */
@NullMarked
package kr.dochak.console.policies;

import org.jspecify.annotations.NullMarked;
