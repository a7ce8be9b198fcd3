/**
 * Until when a case is answered and solved: the policy of a mall, applied (CAR-4).
 */
@NullMarked
@NamedInterface("clocks")
package kr.dochak.care.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
