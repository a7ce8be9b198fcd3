/** Who hears an alert, where, at which hour and in which order (MSG-7). */
@NullMarked
@NamedInterface("rules")
package kr.dochak.alerts.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
