/**
 * Endpoints of other systems and what was sent to them.
 */
@NullMarked
package kr.dochak.console.webhooks;

import org.jspecify.annotations.NullMarked;
