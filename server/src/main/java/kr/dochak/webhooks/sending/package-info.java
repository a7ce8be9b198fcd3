/**
 * Sends events to endpoints: signed, again after a failure, and switched off when nobody answers for long.
 */
@NullMarked
package kr.dochak.webhooks.sending;

import org.jspecify.annotations.NullMarked;
