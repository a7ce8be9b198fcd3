/**
 * Deliveries of before this product was here, and what is learned from them (PRM-5, SET-2).
 */
@NullMarked
@NamedInterface("past")
package kr.dochak.promise.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
