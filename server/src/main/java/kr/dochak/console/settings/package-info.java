/** 설정: what is policy, in sentences, with what a change would have done, its history and its undo. */
@NullMarked
package kr.dochak.console.settings;

import org.jspecify.annotations.NullMarked;
