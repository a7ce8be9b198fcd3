/**
 * 역할: what each role may do, who has it, and what a change would mean to whom.
 */
@NullMarked
package kr.dochak.console.roles;

import org.jspecify.annotations.NullMarked;
