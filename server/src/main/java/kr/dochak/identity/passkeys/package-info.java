/**
 * Passkeys of staff and customers: asked of a device, checked, kept, listed (IDN-1).
 */
@NullMarked
@NamedInterface("passkeys")
package kr.dochak.identity.passkeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
