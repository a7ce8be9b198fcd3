/**
 * Another day, place or note for a delivery.
 */
@NullMarked
package kr.dochak.portal.request;

import org.jspecify.annotations.NullMarked;
