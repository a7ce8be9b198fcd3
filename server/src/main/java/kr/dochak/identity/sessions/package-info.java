/**
 * Log-ins that stand: kept as rows and known by a cookie, so that nobody fills the memory, and what a browser holds beside
 * them.
 */
@NullMarked
@NamedInterface("sessions")
package kr.dochak.identity.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
