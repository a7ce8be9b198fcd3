/**
 * Pages that change by themselves: topics, who listens, and the word from one process to the others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "time"})
package kr.dochak.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
