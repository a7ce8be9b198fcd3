/**
 * What a customer ordered, as a page, a file or on paper (ORD-4).
 */
@NullMarked
package kr.dochak.portal.history;

import org.jspecify.annotations.NullMarked;
