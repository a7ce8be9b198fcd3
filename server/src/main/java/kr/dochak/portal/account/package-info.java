/**
 * Benefits, inbox, and how a customer wants to be told.
 */
@NullMarked
package kr.dochak.portal.account;

import org.jspecify.annotations.NullMarked;
