/**
 * 쇼핑몰: those that this installation serves, and the keys of their systems.
 */
@NullMarked
package kr.dochak.console.malls;

import org.jspecify.annotations.NullMarked;
