/** What nobody can guess, made in one way. */
@NullMarked
@NamedInterface("chance")
package kr.dochak.shared.chance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
