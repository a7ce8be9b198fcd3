/**
 * What public services answer about weather and traffic, and how it is read.
 */
@NullMarked
@NamedInterface("area-kinds")
package kr.dochak.promise.areas.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
