/**
 * What was promised to customers and is still to be done.
 */
@NullMarked
package kr.dochak.console.tasks;

import org.jspecify.annotations.NullMarked;
