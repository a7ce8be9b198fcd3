/**
 * Steers the demo world and the replay: the speed of time, stepping it, and waiting until all that is due is done. Absent
 * when time is real.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "time", "identity", "identity :: doors"})
package kr.dochak.world;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
