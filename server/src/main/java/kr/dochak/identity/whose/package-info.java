/**
 * One phone or e-mail may have been given by several people; whose orders are meant is chosen, never guessed.
 */
@NullMarked
@NamedInterface("whose")
package kr.dochak.identity.whose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
