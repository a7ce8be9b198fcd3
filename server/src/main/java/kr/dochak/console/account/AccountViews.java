package kr.dochak.console.account;

import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRole;
import kr.dochak.identity.accounts.AccountQuery;
import kr.dochak.identity.accounts.AccountState;
import kr.dochak.identity.accounts.Administrators;
import kr.dochak.identity.accounts.Departures;
import kr.dochak.identity.accounts.Grants;
import kr.dochak.identity.accounts.StaffAccount;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.teams.Teams;
import kr.dochak.pages.Frame;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Gathers what the page of one person shows. */
@Component
class AccountViews {

    private static final int LAST_ACTS = 20;

    private final AccountQuery accounts;
    private final AccountLogins logins;
    private final Grants grants;
    private final Departures departures;
    private final SecurityLog log;
    private final Staff staff;
    private final Teams teams;

    AccountViews(
            AccountQuery accounts,
            AccountLogins logins,
            Grants grants,
            Departures departures,
            SecurityLog log,
            Staff staff,
            Teams teams) {
        this.accounts = accounts;
        this.logins = logins;
        this.grants = grants;
        this.departures = departures;
        this.log = log;
        this.staff = staff;
        this.teams = teams;
    }

    /** The account, where the reader may read it. */
    StaffAccount find(StaffMember reader, long id) {
        return accounts.find(reader, id).orElseThrow(() -> Problem.notFound("console.accounts.none"));
    }

    /** The page of one person; {@code form} is what was sent and refused. */
    String page(Frame frame, StaffMember reader, long id, @Nullable RightsForm form, Model model) {
        StaffAccount account = find(reader, id);
        StaffMember member = account.member();
        model.addAttribute("frame", frame.titled("console.account.title", member.name()));
        model.addAttribute("row", AccountRow.of(account, grants.malls(reader), frame));
        model.addAttribute("state", account.state());
        model.addAttribute("own", member.id() == reader.id());
        model.addAttribute("colleague", Administrators.administers(reader, member));
        model.addAttribute("changes", Grants.mayChange(reader, member) && account.state() != AccountState.LEFT);
        model.addAttribute("form", form == null ? form(reader, account, frame) : form);
        model.addAttribute("sessions", logins.sessions(reader, id, frame));
        model.addAttribute("bound", logins.bound(id, frame));
        model.addAttribute("acts", SecurityRow.of(log.of(member, LAST_ACTS), staff, frame));
        model.addAttribute(
                "teams",
                teams.all().stream()
                        .filter(team -> team.members().stream().anyMatch(each -> each.staffId() == id))
                        .toList());
        model.addAttribute("work", departures.inHand(member));
        model.addAttribute("tabs", AccountTabs.of(AccountsPage.AT, reader, frame.words()));
        return "console/account";
    }

    private RightsForm form(StaffMember reader, StaffAccount account, Frame frame) {
        StaffMember member = account.member();
        return RightsForm.of(
                grants.roles(reader),
                grants.malls(reader),
                member.roles().stream().map(StaffRole::id).collect(Collectors.toSet()),
                member.malls(),
                grants.ownLimits(member.id()),
                frame.words());
    }

    /** What was sent about roles and malls. */
    RightsForm sent(StaffMember reader, MultiValueMap<String, String> form, Frame frame) {
        return RightsForm.sent(form, grants.roles(reader), grants.malls(reader), frame.words());
    }

    /** An empty form for somebody new, of the mall where the reader is at work. */
    RightsForm fresh(StaffMember reader, Frame frame) {
        return RightsForm.of(
                grants.roles(reader),
                grants.malls(reader),
                java.util.Set.of(),
                java.util.Set.of(reader.tenantId()),
                java.util.Map.of(),
                frame.words());
    }

    /** What somebody has in hand, for who asks before they leave. */
    List<WorkLine> work(StaffMember member, Frame frame) {
        return departures.inHand(member).stream()
                .map(piece -> WorkLine.of(piece, frame))
                .toList();
    }
}
