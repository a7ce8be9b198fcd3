/**
 * One's own log-ins and password, the accounts of colleagues, and the security log.
 */
@NullMarked
package kr.dochak.console.account;

import org.jspecify.annotations.NullMarked;
