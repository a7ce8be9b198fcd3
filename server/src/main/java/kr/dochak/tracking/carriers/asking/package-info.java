/**
 * Asks carriers and aggregators about shipments and receives what they send (TRK-1, TRK-5): when to ask which, by which
 * route, and what is stored of the answers. What it learns goes through {@code Tracking.submit} like any other scan.
 */
@NullMarked
package kr.dochak.tracking.carriers.asking;

import org.jspecify.annotations.NullMarked;
