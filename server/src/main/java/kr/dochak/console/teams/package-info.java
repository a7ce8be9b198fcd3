/**
 * 팀: who shares their work with whom.
 */
@NullMarked
package kr.dochak.console.teams;

import org.jspecify.annotations.NullMarked;
