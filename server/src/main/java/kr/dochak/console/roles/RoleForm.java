package kr.dochak.console.roles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.identity.Right;
import kr.dochak.identity.roles.RoleWish;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** A role as a form sends it: the names of its rights, its limit as it was typed, and what it was when the form was shown. */
public record RoleForm(
        @Nullable List<String> right,
        @Nullable String limit,
        @Nullable String was) {

    private static final long MOST = 100_000_000;

    static RoleForm of(RoleWish wish) {
        return new RoleForm(
                wish.rights().stream().map(Right::name).toList(),
                Long.toString(wish.limit().amount()),
                text(wish));
    }

    /** Nothing when the limit is no number. */
    Optional<RoleWish> wish() {
        String plain = limit == null ? "0" : limit.strip().replace(",", "");
        boolean number = plain.isEmpty() || (plain.matches("\\d{1,9}") && Long.parseLong(plain) <= MOST);
        return number
                ? Optional.of(new RoleWish(rights(right), new Won(plain.isEmpty() ? 0 : Long.parseLong(plain))))
                : Optional.empty();
    }

    /** What the role was when the form was shown. */
    Optional<RoleWish> seen() {
        String[] parts = was == null ? new String[0] : was.split(":", -1);
        return parts.length == 2 && parts[1].matches("\\d{1,12}")
                ? Optional.of(new RoleWish(rights(List.of(parts[0].split(","))), new Won(Long.parseLong(parts[1]))))
                : Optional.empty();
    }

    static String text(RoleWish wish) {
        return wish.rights().stream().sorted().map(Right::name).collect(Collectors.joining(",")) + ":"
                + wish.limit().amount();
    }

    private static Set<Right> rights(@Nullable List<String> names) {
        EnumSet<Right> chosen = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(each -> names != null && names.contains(each.name()))
                .forEach(chosen::add);
        return chosen;
    }
}
