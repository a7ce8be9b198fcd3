package kr.dochak.console.teams;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kr.dochak.console.account.AccountTabs;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.teams.Team;
import kr.dochak.identity.teams.Teams;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 팀: all of them, and who is in each (IDN-1). */
@Controller
@Framed(nav = "account", title = "console.teams.title")
class TeamsPage {

    private static final String AT = "/console/teams";

    private final Teams teams;

    TeamsPage(Teams teams) {
        this.teams = teams;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("teams", teams.all());
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/teams";
    }

    @PostMapping(AT)
    String add(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes after) {
        OptionalLong made = teams.add(staff, name);
        flash(frame, made.isPresent() ? Tone.DONE : Tone.LATE, made.isPresent() ? "added" : "bad-name", after);
        return "redirect:" + AT + (made.isPresent() ? "/" + made.getAsLong() : "");
    }

    @GetMapping(AT + "/{id}")
    String one(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        Team team = teams.find(id).orElseThrow(() -> Problem.notFound("console.teams.unknown"));
        model.addAttribute("frame", frame.titled("console.team.title", team.name()));
        model.addAttribute("team", team);
        model.addAttribute("people", teams.people(staff));
        model.addAttribute(
                "members", team.members().stream().map(Team.Member::staffId).collect(Collectors.toSet()));
        model.addAttribute(
                "leads",
                team.members().stream()
                        .filter(Team.Member::lead)
                        .map(Team.Member::staffId)
                        .collect(Collectors.toSet()));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/team";
    }

    @PostMapping(AT + "/{id}/members")
    String members(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(name = "member", defaultValue = "") List<Long> members,
            @RequestParam(name = "lead", defaultValue = "") List<Long> leads,
            RedirectAttributes after) {
        if (!teams.members(staff, id, new HashSet<>(members), new HashSet<>(leads))) {
            throw Problem.notFound("console.teams.unknown");
        }
        flash(frame, Tone.DONE, "saved", after);
        return "redirect:" + AT + "/" + id;
    }

    @PostMapping(AT + "/{id}/removal")
    String remove(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        if (!teams.remove(staff, id)) {
            throw Problem.notFound("console.teams.unknown");
        }
        flash(frame, Tone.DONE, "removed", after);
        return "redirect:" + AT;
    }

    private static void flash(Frame frame, Tone tone, String what, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Frame.Flash(tone, frame.words().word("console.teams.said." + what)));
    }
}
