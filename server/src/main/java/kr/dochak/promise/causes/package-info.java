/**
 * Why parcels are late (PRM-4): where each lost its time, and what explains most of what is late together.
 */
@NullMarked
@NamedInterface("causes")
package kr.dochak.promise.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
