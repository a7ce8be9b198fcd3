/**
 * The bell, the list of alerts, who hears which, and who is on duty when.
 */
@NullMarked
package kr.dochak.console.alerts;

import org.jspecify.annotations.NullMarked;
