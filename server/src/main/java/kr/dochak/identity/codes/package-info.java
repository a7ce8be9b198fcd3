/**
 * One-time codes of customers: made, sent, tried, forgotten (IDN-1).
 */
@NullMarked
@NamedInterface("codes")
package kr.dochak.identity.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
