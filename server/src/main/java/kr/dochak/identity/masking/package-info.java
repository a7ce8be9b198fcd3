/** Finds what leads to a person in the words that people type, and hides it. */
@NullMarked
@NamedInterface("masking")
package kr.dochak.identity.masking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
