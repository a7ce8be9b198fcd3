/**
 * Warnings of areas (PRM-1, PRM-4): what public services tell of weather and traffic, for which province and when it was
 * known; what such warnings cost past deliveries; and which promises under way have to be looked at because of one.
 */
@NullMarked
@NamedInterface("areas")
package kr.dochak.promise.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
