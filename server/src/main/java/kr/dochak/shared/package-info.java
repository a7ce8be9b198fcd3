/**
 * Values that every module may use: won, windows, areas, Korean time and its calendar, cursors, hashes, problems and words.
 * It knows no other module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package kr.dochak.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
