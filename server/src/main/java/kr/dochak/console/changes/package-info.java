/** 변경 기록: what staff did, when, from where, what was before and what is now (ASR-5). */
@NullMarked
package kr.dochak.console.changes;

import org.jspecify.annotations.NullMarked;
