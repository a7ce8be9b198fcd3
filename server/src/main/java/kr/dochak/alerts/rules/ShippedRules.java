package kr.dochak.alerts.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.StaffMember.Role;

/**
 * The rules that hold until a mall has its own for a kind, so that a new company hears what is grave (MSG-7): first those who are near it,
 * then who leads, then who administers. Pure.
 */
final class ShippedRules {

    private static final List<Role> LEADS = List.of(Role.LEAD, Role.MANAGER);

    private ShippedRules() {}

    static List<AlertRule> of(AlertKind kind) {
        boolean serious = kind.severity().atLeast(Severity.SERIOUS);
        boolean grave = kind.severity() == Severity.GRAVE;
        List<AlertRule> rules = new ArrayList<>();
        kind.roles().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(role -> rules.add(rule(kind, 0, role, serious, serious)));
        if (serious) {
            LEADS.forEach(role -> rules.add(rule(kind, 1, role, true, false)));
        }
        if (grave) {
            rules.add(rule(kind, AlertRule.LAST_STEP, Role.ADMIN, true, false));
        }
        return rules;
    }

    private static AlertRule rule(AlertKind kind, int step, Role role, boolean mail, boolean dutyOnly) {
        return AlertRule.shipped(kind.key(), step, new Audience.OfRole(role), mail, dutyOnly);
    }
}
