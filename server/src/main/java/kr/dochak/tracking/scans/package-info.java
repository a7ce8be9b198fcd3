/**
 * The hot path: scans are queued, folded and written in batches; those of unknown shipments wait (TRK-2).
 */
@NullMarked
package kr.dochak.tracking.scans;

import org.jspecify.annotations.NullMarked;
