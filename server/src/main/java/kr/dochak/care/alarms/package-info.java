/** What of cases and promised acts staff are alerted to (MSG-7): clocks that ran out, words of danger, calls that were not made. */
@NullMarked
package kr.dochak.care.alarms;

import org.jspecify.annotations.NullMarked;
