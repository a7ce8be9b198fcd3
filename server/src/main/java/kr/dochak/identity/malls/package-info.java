/**
 * Malls as they begin, and the keys with which their systems come.
 */
@NullMarked
@NamedInterface("malls")
package kr.dochak.identity.malls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
