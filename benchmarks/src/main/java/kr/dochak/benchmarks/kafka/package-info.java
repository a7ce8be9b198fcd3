/** The scan log: a Kafka broker, processes that take scans and processes that apply them, all on this machine. */
@NullMarked
package kr.dochak.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
