/** Who of the staff looked at whom, why, and how often they may. */
@NullMarked
@NamedInterface("access")
package kr.dochak.identity.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
