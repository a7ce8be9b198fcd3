/** 단체 안내: one notice to the customers of many orders, as staff write, follow and stop it. */
@NullMarked
package kr.dochak.console.mass;

import org.jspecify.annotations.NullMarked;
