package kr.dochak.identity.roles;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.changes.Change;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.Won;

/** What a change of a role means, to whom, and whether somebody else looks at it first (IDN-1, SET-1). Pure. */
public final class RoleRule {

    /** Rights that open people's data, money, what leaves the house, or other people's rights. */
    private static final Set<Right> RISKY = EnumSet.of(
            Right.PERSONS_REVEAL,
            Right.PERSONS_ERASE,
            Right.ARCHIVE_OPEN,
            Right.STAFF_SET,
            Right.MONEY_SET,
            Right.PRIVACY_SET,
            Right.WEBHOOKS_SET,
            Right.PLATFORM);

    private RoleRule() {}

    /** What one person loses and gains; what another of their roles gives them they keep. */
    public record Effect(long staffId, String name, Set<Right> lost, Set<Right> gained, Won before, Won after) {

        boolean isNothing() {
            return lost.isEmpty() && gained.isEmpty() && before.equals(after);
        }
    }

    /** Whether giving this right is looked at twice. */
    public static boolean isRisky(Right right) {
        return RISKY.contains(right);
    }

    /** Whether somebody gets a risky right by it, or approves more; taking rights away needs no second look. */
    public static boolean isRisky(RoleWish before, RoleWish after) {
        return minus(after.rights(), before.rights()).stream().anyMatch(RISKY::contains)
                || after.limit().compareTo(before.limit()) > 0;
    }

    /** What it means for those who have the role, by name; whoever notices nothing is missing. */
    public static List<Effect> effects(StaffRole role, RoleWish wish, Collection<StaffMember> people) {
        return people.stream()
                .filter(member -> member.roles().stream().anyMatch(each -> each.id() == role.id()))
                .map(member -> effect(member, role, wish))
                .filter(effect -> !effect.isNothing())
                .sorted(Comparator.comparing(Effect::name).thenComparing(Effect::staffId))
                .toList();
    }

    private static Effect effect(StaffMember member, StaffRole role, RoleWish wish) {
        List<StaffRole> after = member.roles().stream()
                .map(each -> each.id() == role.id()
                        ? new StaffRole(each.id(), each.shipped(), each.name(), wish.rights(), wish.limit())
                        : each)
                .toList();
        Set<Right> had = rights(member.roles());
        Set<Right> has = rights(after);
        Won before = limit(member.roles());
        Won then = member.limit().equals(before) ? limit(after) : member.limit();
        return new Effect(member.id(), member.name(), minus(had, has), minus(has, had), member.limit(), then);
    }

    private static Set<Right> rights(List<StaffRole> roles) {
        return roles.stream()
                .flatMap(role -> role.rights().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static Won limit(List<StaffRole> roles) {
        return roles.stream()
                .map(StaffRole::limit)
                .max(Comparator.naturalOrder())
                .orElse(Won.ZERO);
    }

    /** The rights of the first that the second lacks. */
    public static Set<Right> minus(Set<Right> all, Set<Right> without) {
        EnumSet<Right> left = EnumSet.noneOf(Right.class);
        left.addAll(all);
        left.removeAll(without);
        return left;
    }

    /** For the log: what is added and taken, and the limit where it moves. */
    static String difference(RoleWish before, RoleWish after) {
        String rights = java.util.stream.Stream.concat(
                        minus(after.rights(), before.rights()).stream().map(right -> "+" + right),
                        minus(before.rights(), after.rights()).stream().map(right -> "-" + right))
                .collect(Collectors.joining(" "));
        return before.limit().equals(after.limit())
                ? rights
                : (rights + " limit " + before.limit().amount() + " -> "
                                + after.limit().amount())
                        .strip();
    }

    /** What the change log says of it (ASR-5). */
    static Change noted(StaffRole role, RoleWish wish) {
        return Change.of("roles", role.id())
                .house(true)
                .with("rights-given", "", names(minus(wish.rights(), role.rights())))
                .with("rights-taken", names(minus(role.rights(), wish.rights())), "")
                .with("limit", role.limit().amount(), wish.limit().amount());
    }

    private static String names(Set<Right> rights) {
        return rights.stream().map(Right::name).collect(Collectors.joining(" "));
    }
}
