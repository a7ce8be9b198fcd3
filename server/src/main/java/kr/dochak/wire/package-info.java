/**
 * The one way out to other systems over HTTP: how long a call may last, how much of an answer is read, which addresses may
 * be connected to, and when a system that fails is left alone. What a failure is, and what follows, the callers decide.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package kr.dochak.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
