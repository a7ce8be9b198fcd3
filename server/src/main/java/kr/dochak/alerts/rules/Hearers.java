package kr.dochak.alerts.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRole;

/** Who hears an alert at a step of its way, and how. Pure. */
public final class Hearers {

    private Hearers() {}

    /** A way out of the house. */
    public enum Way {
        MAIL,
        HOOK
    }

    /** One who gets a message: a member of staff by mail, a room by its hook. */
    public record Hearer(Way way, long id) {}

    /** A room, and how grave an alert must be for it where no rule names it. */
    public record Room(long hookId, Severity from) {}

    /**
     * The world at this moment.
     *
     * @param staff who works in the mall
     * @param onDuty who of them is on duty now
     * @param rooms the mall's rooms
     */
    public record Present(Collection<StaffMember> staff, Set<Long> onDuty, List<Room> rooms) {}

    /** Who gets a message at this step; a room without a rule hears the first one of what is grave enough for it. */
    public static Set<Hearer> outside(AlertKind kind, int step, List<AlertRule> rules, Present now) {
        Set<Hearer> hearers = new LinkedHashSet<>();
        for (AlertRule rule : rules) {
            if (rule.step() != step) {
                continue;
            }
            if (rule.audience() instanceof Audience.Room(long hookId)) {
                hearers.add(new Hearer(Way.HOOK, hookId));
            } else if (rule.mail()) {
                members(kind, rule, now).forEach(id -> hearers.add(new Hearer(Way.MAIL, id)));
            }
        }
        if (step == 0 && rules.stream().allMatch(AlertRule::isShipped)) {
            now.rooms().stream()
                    .filter(room -> kind.severity().atLeast(room.from()))
                    .forEach(room -> hearers.add(new Hearer(Way.HOOK, room.hookId())));
        }
        Set<Long> rooms = now.rooms().stream().map(Room::hookId).collect(Collectors.toSet());
        hearers.removeIf(each -> each.way() == Way.HOOK && !rooms.contains(each.id()));
        return hearers;
    }

    /** Whether the bell of this member shows it, now that it has come to this step. */
    public static boolean atTheBell(AlertKind kind, int step, List<AlertRule> rules, StaffMember staff, Present now) {
        return staff.may(kind.right())
                && rules.stream()
                        .filter(rule -> rule.bell() && rule.step() <= step)
                        .anyMatch(rule -> isMeant(rule.audience(), staff, now.onDuty()));
    }

    /** Nobody hears what they may not know of; where only those on duty are meant and nobody is, all are. */
    private static Set<Long> members(AlertKind kind, AlertRule rule, Present now) {
        Set<Long> all = now.staff().stream()
                .filter(each -> each.may(kind.right()) && isMeant(rule.audience(), each, now.onDuty()))
                .map(StaffMember::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!rule.dutyOnly()) {
            return all;
        }
        Set<Long> there = new LinkedHashSet<>(all);
        there.retainAll(now.onDuty());
        return there.isEmpty() ? all : there;
    }

    private static boolean isMeant(Audience audience, StaffMember staff, Set<Long> onDuty) {
        return switch (audience) {
            case Audience.OfRole(StaffMember.Role role) ->
                staff.roles().stream().map(StaffRole::shipped).anyMatch(each -> each == role);
            case Audience.Person(long staffId) -> staff.id() == staffId;
            case Audience.OnDuty duty -> onDuty.contains(staff.id());
            case Audience.Room room -> false;
        };
    }
}
