/**
 * Brings notices to people: channels, vendors, deliveries and what became of them (MSG-1).
 */
@NullMarked
package kr.dochak.messaging.sending;

import org.jspecify.annotations.NullMarked;
