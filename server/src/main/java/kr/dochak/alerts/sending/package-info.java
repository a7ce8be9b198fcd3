/** How alerts ring and go out: rounds, letters, rooms of other services, and the links that acknowledge (MSG-7). */
@NullMarked
@NamedInterface("sending")
package kr.dochak.alerts.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
