/**
 * What moves of a parcel customers are told of.
 */
@NullMarked
package kr.dochak.messaging.moves;

import org.jspecify.annotations.NullMarked;
