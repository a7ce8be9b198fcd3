/** Alerts about what stands beneath this module and so brings none itself: log-ins, settings, facts that fail, the disk. */
@NullMarked
package kr.dochak.alerts.ground;

import org.jspecify.annotations.NullMarked;
