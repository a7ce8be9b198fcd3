/**
 * Which outside systems are asked about parcels, and by which keys.
 */
@NullMarked
package kr.dochak.tracking.carriers.keys;

import org.jspecify.annotations.NullMarked;
