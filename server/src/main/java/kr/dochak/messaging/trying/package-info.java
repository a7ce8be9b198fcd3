/**
 * Messages that staff send to themselves, to see that a channel works.
 */
@NullMarked
@NamedInterface("trying")
package kr.dochak.messaging.trying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
