/** Why something is late, in a customer's words: for notices and for the pages of customers alike. */
@NullMarked
@NamedInterface("reasons")
package kr.dochak.messaging.reasons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
