/**
 * Brings what the embedded PostgreSQL of a folder holds into an outside one, once and for good.
 */
@NullMarked
@NamedInterface("moving")
package kr.dochak.backup.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
