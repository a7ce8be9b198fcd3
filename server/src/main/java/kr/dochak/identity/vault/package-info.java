/**
 * People and their personal data, encrypted by person; the only place where it lies (IDN-2).
 */
@NullMarked
@NamedInterface("vault")
package kr.dochak.identity.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
