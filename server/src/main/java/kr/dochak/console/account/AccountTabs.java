package kr.dochak.console.account;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;

/** The pages about one's own account, and those about everybody's for who administers them. */
public final class AccountTabs {

    private AccountTabs() {}

    /** Those that this reader opens. */
    public static List<Tab> of(String at, StaffMember staff, Words words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("/console/sessions", "console.sessions.title", at, words));
        tabs.add(tab("/console/password", "console.password.title", at, words));
        tabs.add(tab("/console/second-factor", "console.factor.title", at, words));
        tabs.add(tab("/console/passkeys", "console.passkeys.title", at, words));
        if (staff.may(Right.STAFF_SET)) {
            tabs.add(tab("/console/accounts", "console.accounts.title", at, words));
            tabs.add(tab("/console/roles", "console.roles.title", at, words));
            tabs.add(tab("/console/teams", "console.teams.title", at, words));
            tabs.add(tab("/console/first-day", "console.first-day.title", at, words));
        }
        if (staff.may(Right.PLATFORM)) {
            tabs.add(tab("/console/malls", "console.malls.title", at, words));
        }
        if (staff.may(Right.SECURITY_SEE)) {
            tabs.add(tab("/console/security", "console.security.title", at, words));
        }
        return tabs;
    }

    private static Tab tab(String href, String title, String at, Words words) {
        return new Tab(words.word(title), href, href.equals(at));
    }
}
