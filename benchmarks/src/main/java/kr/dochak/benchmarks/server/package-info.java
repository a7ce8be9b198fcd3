/** A server of our own to measure: started, waited for, killed, and its database read. */
@NullMarked
package kr.dochak.benchmarks.server;

import org.jspecify.annotations.NullMarked;
