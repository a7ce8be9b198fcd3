/**
 * What an order placed now would be promised (PRM-3).
 */
@NullMarked
package kr.dochak.promise.quotes;

import org.jspecify.annotations.NullMarked;
