/** What the product is made of: its parts with their licences, and what is known against them. */
@NullMarked
package kr.dochak.benchmarks.supply;

import org.jspecify.annotations.NullMarked;
