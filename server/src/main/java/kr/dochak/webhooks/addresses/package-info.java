/**
 * Which addresses an endpoint may have.
 */
@NullMarked
package kr.dochak.webhooks.addresses;

import org.jspecify.annotations.NullMarked;
