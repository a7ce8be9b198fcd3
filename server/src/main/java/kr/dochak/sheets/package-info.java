/**
 * Reads tables that people bring as files (CSV, XLSX) row by row, through a mapping that is data. It does not know what the
 * rows are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package kr.dochak.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
