/**
 * Acts that were promised to customers, each with a clock and somebody who sees it (MSG-9).
 */
@NullMarked
@NamedInterface("tasks")
package kr.dochak.care.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
