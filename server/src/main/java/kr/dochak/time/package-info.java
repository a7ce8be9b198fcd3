/**
 * The clock of the world, and all that waits for a moment: the heartbeat, its cadences, roles of a process, facts to try again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package kr.dochak.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
