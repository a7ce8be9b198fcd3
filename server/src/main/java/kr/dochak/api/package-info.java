/**
 * How the API answers: problems by RFC 9457, what a request body may be, and what is wrong with it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package kr.dochak.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
