/**
 * What customers were told, word for word: written down once, shown from what was written (MSG-8).
 */
@NullMarked
package kr.dochak.messaging.record;

import org.jspecify.annotations.NullMarked;
