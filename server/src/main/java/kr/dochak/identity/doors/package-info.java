/**
 * Who may open which address, and how people, staff and keys come in (IDN-1).
 */
@NullMarked
@NamedInterface("doors")
package kr.dochak.identity.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
