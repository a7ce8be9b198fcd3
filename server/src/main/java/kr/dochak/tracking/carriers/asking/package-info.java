/**
 * Asks carriers and aggregators about shipments and hears from them (TRK-1, TRK-5): when to ask which, by which route, what
 * is kept of the answers, and how all of it is doing. What it learns goes through {@code Tracking.submit} like any other
 * scan.
 */
@NullMarked
@NamedInterface("integrations")
package kr.dochak.tracking.carriers.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
