/** Which orders something is about, by where they are and when they come: for those who tell many customers one thing. */
@NullMarked
@NamedInterface("reach")
package kr.dochak.promise.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
