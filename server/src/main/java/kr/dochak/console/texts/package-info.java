/** 알림 문구: what customers are written, version by version, and new ones that wait for a second look. */
@NullMarked
package kr.dochak.console.texts;

import org.jspecify.annotations.NullMarked;
