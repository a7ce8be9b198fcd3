/**
 * How carriers, aggregators and public services answer.
 */
@NullMarked
package kr.dochak.console.integrations;

import org.jspecify.annotations.NullMarked;
