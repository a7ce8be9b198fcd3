/**
 * What one person wants and others must agree to: votes by a rule, never the maker, one decision whose effect is in its own
 * transaction, stand-ins, deadlines. Modules bring what is decided as {@link kr.dochak.approvals.ApprovalSubject}; nothing here lists
 * them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "alerts",
            "database",
            "time",
            "settings",
            "identity",
            "identity :: erasure",
            "identity :: roles"
        })
package kr.dochak.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
