/**
 * Shipments with their slack, as a list.
 */
@NullMarked
package kr.dochak.console.shipments;

import org.jspecify.annotations.NullMarked;
