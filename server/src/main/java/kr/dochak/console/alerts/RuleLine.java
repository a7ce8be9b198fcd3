package kr.dochak.console.alerts;

import java.util.List;
import java.util.Map;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.rules.AlertRule;
import kr.dochak.alerts.rules.Audience;
import kr.dochak.alerts.sending.Hook;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.Words;

/** A kind with the rules that hold for it, for the page of rules. */
public record RuleLine(AlertKind kind, List<AlertRule> rules) {

    /** Whether the mall has rules of its own for it. */
    public boolean isOwn() {
        return rules.stream().noneMatch(AlertRule::isShipped);
    }

    /** Who is meant, by name. */
    static String who(Audience audience, Map<Long, StaffMember> staff, Map<Long, Hook> hooks, Words words) {
        return switch (audience) {
            case Audience.OfRole(StaffMember.Role role) -> words.word("console.role." + role);
            case Audience.Person(long id) ->
                staff.containsKey(id) ? staff.get(id).name() : words.word("alerts.rule.gone");
            case Audience.OnDuty duty -> words.word("alerts.rule.duty");
            case Audience.Room(long id) ->
                hooks.containsKey(id) ? hooks.get(id).name() : words.word("alerts.rule.gone");
        };
    }

    /** A rule in a sentence: who hears it, how and when. */
    public static String sentence(AlertRule rule, Map<Long, StaffMember> staff, Map<Long, Hook> hooks, Words words) {
        String ways = rule.audience() instanceof Audience.Room
                ? words.word("alerts.way.HOOK")
                : words.word(
                        rule.bell() && rule.mail()
                                ? "alerts.way.BOTH"
                                : rule.mail() ? "alerts.way.MAIL" : "alerts.way.BELL");
        String when = rule.dutyOnly() ? " · " + words.word("alerts.rule.duty-only") : "";
        return who(rule.audience(), staff, hooks, words) + " · " + ways + when;
    }
}
