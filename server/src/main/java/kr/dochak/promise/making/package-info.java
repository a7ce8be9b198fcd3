/**
 * Promises follow their orders: made, revised, wished for another day, split with the parcels, withdrawn.
 */
@NullMarked
package kr.dochak.promise.making;

import org.jspecify.annotations.NullMarked;
