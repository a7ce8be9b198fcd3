/**
 * PostgreSQL: the embedded server, the migrations of all modules, and how values cross to SQL and back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: chance"})
package kr.dochak.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
