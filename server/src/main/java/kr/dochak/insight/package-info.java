/**
 * Counts what the other modules announce, so that a board can show it live without asking them again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "time", "settings", "orders", "promise"})
package kr.dochak.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
