/**
 * Promises follow calendars: which of them are looked at again when a day is declared or withdrawn.
 */
@NamedInterface("days")
@NullMarked
package kr.dochak.promise.days;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
