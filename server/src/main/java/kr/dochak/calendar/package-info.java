/**
 * Which days are which: the public holidays of the table, and the days that people declare beside it (PRM-1, CAR-4). A legal
 * business day and a carrier's day are different calendars; this module keeps both and decides nothing by them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "time", "changes", "identity"})
package kr.dochak.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
