/**
 * 개점 준비: what is missing before a mall opens, and the tests that show it is not (SET-2).
 */
@NullMarked
package kr.dochak.console.firstday;

import org.jspecify.annotations.NullMarked;
