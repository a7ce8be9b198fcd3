package kr.dochak.console.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.Mall;
import kr.dochak.identity.StaffRole;
import kr.dochak.identity.accounts.Grant;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import kr.dochak.shared.Words;
import org.springframework.util.MultiValueMap;

/** Roles, malls and limits as a form shows and sends them: {@code role}, {@code mall} and {@code limit-…} for each mall. */
public record RightsForm(List<RoleChoice> roles, List<MallChoice> malls) {

    private static final long MOST = 100_000_000;

    /** One role to have or not. */
    public record RoleChoice(long id, String name, String limit, boolean chosen) {}

    /** One mall to work for or not, with a limit as it was typed; {@code error} is empty when it is fine. */
    public record MallChoice(long id, String name, boolean chosen, String limit, String error) {}

    /** What somebody has. */
    static RightsForm of(
            List<StaffRole> roles,
            List<Mall> malls,
            Set<Long> has,
            Set<MallId> works,
            Map<MallId, Won> own,
            Words words) {
        return new RightsForm(
                roles.stream()
                        .map(role -> choice(role, has.contains(role.id()), words))
                        .toList(),
                malls.stream()
                        .map(mall -> new MallChoice(
                                mall.tenantId().value(),
                                mall.name(),
                                works.contains(mall.tenantId()),
                                Optional.ofNullable(own.get(mall.tenantId()))
                                        .map(won -> Long.toString(won.amount()))
                                        .orElse(""),
                                ""))
                        .toList());
    }

    /** What was sent, with what is wrong with it. */
    static RightsForm sent(MultiValueMap<String, String> form, List<StaffRole> roles, List<Mall> malls, Words words) {
        Set<String> chosenRoles = new HashSet<>(form.getOrDefault("role", List.of()));
        Set<String> chosenMalls = new HashSet<>(form.getOrDefault("mall", List.of()));
        List<MallChoice> choices = new ArrayList<>();
        for (Mall mall : malls) {
            String typed = Optional.ofNullable(form.getFirst("limit-" + mall.tenantId()))
                    .orElse("")
                    .strip();
            choices.add(new MallChoice(
                    mall.tenantId().value(),
                    mall.name(),
                    chosenMalls.contains(mall.tenantId().toString()),
                    typed,
                    isLimit(typed) ? "" : words.word("console.accounts.limit.wrong", MOST)));
        }
        return new RightsForm(
                roles.stream()
                        .map(role -> choice(role, chosenRoles.contains(Long.toString(role.id())), words))
                        .toList(),
                choices);
    }

    private static RoleChoice choice(StaffRole role, boolean chosen, Words words) {
        String limit = role.limit().equals(Won.ZERO)
                ? ""
                : words.word("console.accounts.role.limit", role.limit().amount());
        return new RoleChoice(role.id(), ConsoleWords.role(role, words), limit, chosen);
    }

    private static boolean isLimit(String typed) {
        String plain = typed.replace(",", "");
        return plain.isEmpty() || (plain.matches("\\d{1,9}") && Long.parseLong(plain) <= MOST);
    }

    boolean isRight() {
        return malls.stream().allMatch(mall -> mall.error().isEmpty());
    }

    /** What is wished; only of a form that {@link #isRight}. */
    Grant grant() {
        Set<Long> wanted = new HashSet<>();
        roles.stream().filter(RoleChoice::chosen).forEach(role -> wanted.add(role.id()));
        Map<MallId, Optional<Won>> places = new LinkedHashMap<>();
        malls.stream().filter(MallChoice::chosen).forEach(mall -> {
            String plain = mall.limit().replace(",", "");
            places.put(
                    new MallId(mall.id()),
                    plain.isEmpty() ? Optional.empty() : Optional.of(new Won(Long.parseLong(plain))));
        });
        return new Grant(wanted, places);
    }
}
