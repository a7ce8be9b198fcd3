/**
 * The security log: who tried what at the doors, from where, and what came of it.
 */
@NullMarked
@NamedInterface("security")
package kr.dochak.identity.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
