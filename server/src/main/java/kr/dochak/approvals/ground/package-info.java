/** What the modules beneath this one have decided about: risky settings, changes of roles, erasures that staff ask for. */
@NullMarked
package kr.dochak.approvals.ground;

import org.jspecify.annotations.NullMarked;
