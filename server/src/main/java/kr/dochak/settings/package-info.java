/**
 * Numbers that are policy (SET-1): what each means, in which bounds it moves, what it is now, who changed it when and why. Modules
 * bring their settings as beans; this module knows none of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "time", "changes"})
package kr.dochak.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
