/** The record of a case: what it is, what was written and done; only added to (CAR-10). */
@NullMarked
@NamedInterface("record")
package kr.dochak.care.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
