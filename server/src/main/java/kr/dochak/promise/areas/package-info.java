/**
 * Warnings of areas (PRM-1, PRM-4): which public services issued them, for which province, and when they became known. What
 * they cost past deliveries is learned here, and promises under way are looked at because of them.
 */
@NullMarked
@NamedInterface("areas")
package kr.dochak.promise.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
