/** 사과 보상: what staff ask to give for an order beside the policy, and what became of it. */
@NullMarked
package kr.dochak.console.goodwill;

import org.jspecify.annotations.NullMarked;
