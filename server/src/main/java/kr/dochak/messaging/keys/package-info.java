/**
 * By which keys messages leave.
 */
@NullMarked
package kr.dochak.messaging.keys;

import org.jspecify.annotations.NullMarked;
