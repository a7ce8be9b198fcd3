/**
 * Values and small mechanisms every module may use: won, windows, areas, the calendar, the world's clock, the heartbeat. It
 * knows no business module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kr.dochak.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
