/**
 * The outside of the house: where it listens, which proxies are believed, which hosts it answers to, what its cookies are
 * called. Decision 21.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "api"})
package kr.dochak.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
