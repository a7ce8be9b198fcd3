/**
 * What one request and one address may cost: sizes, speed, how many at once, which text can be at all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "time", "api"})
package kr.dochak.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
