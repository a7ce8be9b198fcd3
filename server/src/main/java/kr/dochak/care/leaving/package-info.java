/**
 * What members of staff have in hand, and how it goes back to the queue when one leaves.
 */
@NullMarked
package kr.dochak.care.leaving;

import org.jspecify.annotations.NullMarked;
