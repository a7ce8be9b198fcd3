/** The server under the load of a country: over HTTP, for long, with millions of parcels under way. */
@NullMarked
package kr.dochak.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
