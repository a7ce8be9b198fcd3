/**
 * How long a parcel of each lane may go without a scan and still come (TRK-4), learned from those that came.
 */
@NullMarked
package kr.dochak.promise.silence;

import org.jspecify.annotations.NullMarked;
