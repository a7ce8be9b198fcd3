/**
 * Second factors of staff: codes of an authenticator app, and codes for when it is lost (IDN-1).
 */
@NullMarked
@NamedInterface("factors")
package kr.dochak.identity.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
