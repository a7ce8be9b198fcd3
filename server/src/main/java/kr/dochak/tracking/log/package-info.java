/**
 * A Kafka log in front of the database: every process may write scans into it, those with the role {@code ingest} apply it,
 * each partition by one consumer at a time. Without {@code dochak.tracking.source=kafka} nothing of it exists.
 */
@NullMarked
package kr.dochak.tracking.log;

import org.jspecify.annotations.NullMarked;
