/**
 * One order: when it comes, what changed, what was given; for its customer and for who holds its link.
 */
@NullMarked
package kr.dochak.portal.order;

import org.jspecify.annotations.NullMarked;
