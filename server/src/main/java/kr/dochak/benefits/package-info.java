/**
 * Coupons and points with an append-only ledger: what was given, used, expired or revoked, and by whose word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "time", "settings"})
package kr.dochak.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
