/**
 * What every module speaks with: the frame of a page, words, human time and the pictures that are ours.
 * It knows no other module, and holds no business rule.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package kr.dochak.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
