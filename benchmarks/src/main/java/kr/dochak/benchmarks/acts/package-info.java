/** Kills the server while its staff act: votes, settings, backups; and looks for what is half done. */
@NullMarked
package kr.dochak.benchmarks.acts;

import org.jspecify.annotations.NullMarked;
