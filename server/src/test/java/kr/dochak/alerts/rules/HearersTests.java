package kr.dochak.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-7: who hears what, as a table. Members: 1 agent, 2 agent, 3 lead, 4 manager, 5 administrator, 6 warehouse; room 90 for what is grave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HearersTests {

    private static final MallId MALL = new MallId(7);
    private static final List<StaffMember> STAFF = List.of(
            member(1, Role.AGENT),
            member(2, Role.AGENT),
            member(3, Role.LEAD),
            member(4, Role.MANAGER),
            member(5, Role.ADMIN),
            member(6, Role.WAREHOUSE));
    private static final List<Hearers.Room> ROOMS = List.of(new Hearers.Room(90, Severity.GRAVE));

    private static StaffMember member(long id, Role role) {
        return new StaffMember(id, MALL, "직원" + id, Set.of(role));
    }

    private static AlertKind kind(Severity severity) {
        return AlertKind.raised(
                "care.danger", severity, Right.CASES_SEE, (mall, objects) -> objects, Role.AGENT, Role.WAREHOUSE);
    }

    @ParameterizedTest(name = "{0} at step {1} with {2} on duty: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            NOTE,    0, -,   ''
            NOTE,    1, -,   ''
            SERIOUS, 0, -,   MAIL 1;MAIL 2
            SERIOUS, 0, 2,   MAIL 2
            SERIOUS, 0, 6,   MAIL 1;MAIL 2
            SERIOUS, 1, 2,   MAIL 3;MAIL 4
            SERIOUS, 2, -,   ''
            GRAVE,   0, 1,   MAIL 1;HOOK 90
            GRAVE,   1, -,   MAIL 3;MAIL 4
            GRAVE,   2, -,   MAIL 5
            """)
    void MSG_7_the_rules_that_come_with_the_product(Severity severity, int step, Long onDuty, String hearers) {
        AlertKind kind = kind(severity);
        Set<Long> duty = onDuty == null ? Set.of() : Set.of(onDuty);
        assertThat(text(Hearers.outside(kind, step, ShippedRules.of(kind), new Hearers.Present(STAFF, duty, ROOMS))))
                .isEqualTo(hearers);
    }

    @Test
    void MSG_7_who_may_not_know_of_it_hears_nothing_whatever_the_rules_say() {
        AlertKind kind = kind(Severity.GRAVE);
        List<AlertRule> rules = List.of(
                new AlertRule(1, kind.key(), 0, new Audience.Person(6), true, true, false),
                new AlertRule(2, kind.key(), 0, new Audience.Person(1), true, true, false));
        Hearers.Present now = new Hearers.Present(STAFF, Set.of(), ROOMS);
        assertThat(text(Hearers.outside(kind, 0, rules, now))).isEqualTo("MAIL 1");
        assertThat(Hearers.atTheBell(kind, 0, rules, STAFF.get(5), now)).isFalse();
        assertThat(Hearers.atTheBell(kind, 0, rules, STAFF.getFirst(), now)).isTrue();
    }

    @Test
    void MSG_7_a_room_hears_by_rule_or_by_how_grave_it_is_and_never_once_it_is_gone() {
        AlertKind note = kind(Severity.NOTE);
        List<AlertRule> own = List.of(
                new AlertRule(1, note.key(), 0, new Audience.Room(90), true, true, false),
                new AlertRule(2, note.key(), 0, new Audience.Room(91), true, true, false));
        assertThat(text(Hearers.outside(note, 0, own, new Hearers.Present(STAFF, Set.of(), ROOMS))))
                .isEqualTo("HOOK 90");
        AlertKind grave = kind(Severity.GRAVE);
        List<AlertRule> nobodysRoom =
                List.of(new AlertRule(3, grave.key(), 0, new Audience.Person(1), true, true, false));
        assertThat(text(Hearers.outside(grave, 0, nobodysRoom, new Hearers.Present(STAFF, Set.of(), ROOMS))))
                .as("with rules of its own only these count")
                .isEqualTo("MAIL 1");
    }

    @ParameterizedTest(name = "{0} at step {1}: {2}")
    @CsvSource(textBlock = """
            1, 0, true
            3, 0, false
            3, 1, true
            5, 1, false
            5, 2, true
            """)
    void MSG_7_the_bell_of_whoever_it_has_come_to_shows_it(int member, int step, boolean shows) {
        AlertKind kind = kind(Severity.GRAVE);
        assertThat(Hearers.atTheBell(
                        kind,
                        step,
                        ShippedRules.of(kind),
                        STAFF.get(member - 1),
                        new Hearers.Present(STAFF, Set.of(), ROOMS)))
                .isEqualTo(shows);
    }

    private static String text(Collection<Hearers.Hearer> hearers) {
        return hearers.stream().map(each -> each.way() + " " + each.id()).collect(Collectors.joining(";"));
    }
}
