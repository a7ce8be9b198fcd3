/**
 * What carriers and aggregators answer, and how it is read (TRK-1, TRK-3): their numbers, their answers, their codes. Pure:
 * no database, no clock, no network; asking is {@code asking}'s part.
 */
@NullMarked
@NamedInterface("carriers")
package kr.dochak.tracking.carriers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
