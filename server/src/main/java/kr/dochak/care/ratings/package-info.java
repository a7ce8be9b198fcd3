/**
 * How customers rated their deliveries (CAR-9).
 */
@NullMarked
@NamedInterface("ratings")
package kr.dochak.care.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
