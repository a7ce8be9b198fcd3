/**
 * What staff know better than a carrier (TRK-8): a delivery that was none, with reason and history, and the way back.
 */
@NullMarked
@NamedInterface("corrections")
package kr.dochak.tracking.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
