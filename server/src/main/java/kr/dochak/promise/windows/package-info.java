/**
 * Delivery windows: what is known of carriers, cut-offs, lanes and departures, and the forecast made of it (PRM-1).
 */
@NullMarked
@NamedInterface("windows")
package kr.dochak.promise.windows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
