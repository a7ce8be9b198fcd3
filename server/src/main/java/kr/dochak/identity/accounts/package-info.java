/**
 * Passwords of staff and their accounts: what a good password is, who gives a new one, and the end of an account.
 */
@NullMarked
@NamedInterface("accounts")
package kr.dochak.identity.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
