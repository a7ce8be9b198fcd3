/**
 * How scans come in over HTTP: from malls and carriers with a key, from carriers that sign; checked one by one, answered when
 * they are durable, counted by carrier.
 */
@NullMarked
package kr.dochak.tracking.intake;

import org.jspecify.annotations.NullMarked;
