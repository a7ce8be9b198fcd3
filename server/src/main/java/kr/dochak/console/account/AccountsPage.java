package kr.dochak.console.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.console.ConsoleWords;
import kr.dochak.identity.Mall;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRole;
import kr.dochak.identity.accounts.AccountFilter;
import kr.dochak.identity.accounts.AccountQuery;
import kr.dochak.identity.accounts.AccountState;
import kr.dochak.identity.accounts.Grants;
import kr.dochak.identity.accounts.StaffAccount;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The people of the administrator's malls: found by name and mail, by role, mall and state (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.accounts.title")
class AccountsPage {

    static final String AT = "/console/accounts";
    private static final int PAGE = 50;

    private final AccountQuery accounts;
    private final Grants grants;

    AccountsPage(AccountQuery accounts, Grants grants) {
        this.accounts = accounts;
        this.grants = grants;
    }

    /** What the list was narrowed to. */
    private record Wanted(
            String q, long role, long mall, @Nullable AccountState state) {

        AccountFilter filter() {
            return new AccountFilter(
                    q.isEmpty() ? null : q, role == 0 ? null : role, mall == 0 ? null : new MallId(mall), state);
        }

        String href(@Nullable AccountState other, @Nullable String after) {
            UriComponentsBuilder to = UriComponentsBuilder.fromPath(AT);
            if (other != null) {
                to.queryParam("state", other);
            }
            if (role != 0) {
                to.queryParam("role", role);
            }
            if (mall != 0) {
                to.queryParam("mall", mall);
            }
            if (!q.isEmpty()) {
                to.queryParam("q", "{q}").uriVariables(Map.of("q", q));
            }
            if (after != null) {
                to.queryParam("after", after);
            }
            return to.encode().toUriString();
        }
    }

    @GetMapping(AT)
    String list(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long role,
            @RequestParam(defaultValue = "0") long mall,
            @RequestParam(required = false) @Nullable AccountState state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Words words = frame.words();
        Wanted wanted = new Wanted(Typed.search(q).strip(), role, mall, state);
        List<Mall> malls = grants.malls(staff);
        Keyset<StaffAccount> page = accounts.page(staff, wanted.filter(), after, PAGE);
        String next = page.next();
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(each -> AccountRow.of(each, malls, frame))
                        .toList());
        model.addAttribute("chips", chips(wanted, accounts.counts(staff), words));
        model.addAttribute("roles", roles(grants.roles(staff), words));
        model.addAttribute("malls", malls(malls, words));
        model.addAttribute("query", wanted.q());
        model.addAttribute("role", Long.toString(role));
        model.addAttribute("mall", Long.toString(mall));
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("narrowed", wanted.filter().narrows());
        model.addAttribute("first", after == null ? null : wanted.href(state, null));
        model.addAttribute("next", next == null ? null : wanted.href(state, next));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, words));
        return "console/accounts";
    }

    private static List<Tab> chips(Wanted wanted, Map<AccountState, Integer> counts, Words words) {
        List<Tab> chips = new ArrayList<>();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        chips.add(new Tab(words.word("console.accounts.all"), wanted.href(null, null), wanted.state() == null, all));
        for (AccountState each : AccountState.values()) {
            chips.add(new Tab(
                    words.word("console.accounts.state." + each),
                    wanted.href(each, null),
                    wanted.state() == each,
                    counts.getOrDefault(each, 0)));
        }
        return chips;
    }

    private static List<Field.Option> roles(List<StaffRole> roles, Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("0", words.word("console.accounts.every-role")));
        roles.forEach(role -> options.add(new Field.Option(Long.toString(role.id()), ConsoleWords.role(role, words))));
        return options;
    }

    private static List<Field.Option> malls(List<Mall> malls, Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("0", words.word("console.accounts.every-mall")));
        malls.forEach(mall -> options.add(new Field.Option(mall.tenantId().toString(), mall.name())));
        return options;
    }
}
