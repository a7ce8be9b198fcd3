/**
 * Teams: people who share their work. A team gives nobody a right.
 */
@NullMarked
@NamedInterface("teams")
package kr.dochak.identity.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
