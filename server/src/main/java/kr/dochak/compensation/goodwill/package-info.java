/**
 * What staff may give beside the policy, and who must agree (BEN-4).
 */
@NamedInterface("goodwill")
@NullMarked
package kr.dochak.compensation.goodwill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
