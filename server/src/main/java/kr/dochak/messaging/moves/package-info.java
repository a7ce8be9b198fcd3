/** Which moves of a parcel customers are notified of. */
@NullMarked
package kr.dochak.messaging.moves;

import org.jspecify.annotations.NullMarked;
