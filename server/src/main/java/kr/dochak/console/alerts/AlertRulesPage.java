package kr.dochak.console.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.alerts.AlertKinds;
import kr.dochak.alerts.rules.AlertRule;
import kr.dochak.alerts.rules.Audience;
import kr.dochak.alerts.rules.Rules;
import kr.dochak.alerts.sending.Hook;
import kr.dochak.alerts.sending.Hooks;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 알림 규칙: who hears which kind, how, and in which order (MSG-7). */
@Controller
@Framed(nav = "alerts", title = "alerts.rules.page")
class AlertRulesPage {

    private final AlertKinds kinds;
    private final Rules rules;
    private final Hooks hooks;
    private final Staff staff;

    AlertRulesPage(AlertKinds kinds, Rules rules, Hooks hooks, Staff staff) {
        this.kinds = kinds;
        this.rules = rules;
        this.hooks = hooks;
        this.staff = staff;
    }

    @GetMapping(AlertsPlace.RULES)
    String page(
            @AuthenticationPrincipal StaffMember me,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long remove,
            @RequestParam(defaultValue = "0") long removeHook,
            Frame frame,
            Model model) {
        MallId mall = me.tenantId();
        List<StaffMember> members = staff.all(mall);
        List<Hook> rooms = hooks.of(mall);
        model.addAttribute("tabs", AlertTabs.of(AlertsPlace.RULES, frame.words()));
        model.addAttribute(
                "lines",
                kinds.all().stream()
                        .map(each -> new RuleLine(each, rules.of(mall, each)))
                        .toList());
        model.addAttribute(
                "staff", members.stream().collect(Collectors.toMap(StaffMember::id, Function.identity(), (a, b) -> a)));
        model.addAttribute("hooks", rooms.stream().collect(Collectors.toMap(Hook::id, Function.identity())));
        model.addAttribute("rooms", rooms);
        model.addAttribute("chosen", kind);
        model.addAttribute("audiences", audiences(members, rooms, frame.words()));
        model.addAttribute("remove", remove);
        model.addAttribute("removeHook", removeHook);
        return "console/alert-rules";
    }

    /** Whom a rule may mean, as choices of a form. */
    private static List<Field.Option> audiences(List<StaffMember> members, List<Hook> rooms, Words words) {
        List<Field.Option> options = new ArrayList<>();
        for (StaffMember.Role role : StaffMember.Role.values()) {
            options.add(new Field.Option("ROLE " + role, words.word("console.role." + role)));
        }
        options.add(new Field.Option("DUTY ", words.word("alerts.rule.duty")));
        members.forEach(each -> options.add(new Field.Option("PERSON " + each.id(), each.name())));
        rooms.forEach(each ->
                options.add(new Field.Option("HOOK " + each.id(), words.word("alerts.rule.room", each.name()))));
        return options;
    }

    @PostMapping(AlertsPlace.RULES)
    String add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "0") int step,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "false") boolean duty,
            @AuthenticationPrincipal StaffMember me,
            Frame frame,
            RedirectAttributes redirect) {
        boolean fits = kinds.byKey(kind).isPresent()
                && step >= 0
                && step <= AlertRule.LAST_STEP
                && audiences(staff.all(me.tenantId()), hooks.of(me.tenantId()), frame.words()).stream()
                        .anyMatch(each -> each.value().strip().equals(who.strip()));
        if (fits) {
            String[] parts = who.strip().split(" ", 2);
            Audience audience = Audience.Sort.valueOf(parts[0]).read(parts.length < 2 ? "" : parts[1]);
            rules.add(
                    me.tenantId(),
                    me.id(),
                    new AlertRule(0, kind, step, audience, !way.equals("MAIL"), !way.equals("BELL"), duty));
        }
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        fits ? Tone.DONE : Tone.AT_RISK,
                        frame.words().word(fits ? "alerts.rule.added" : "alerts.rule.unfit")));
        return "redirect:" + AlertsPlace.RULES + (fits ? "?kind=" + kind + "#" + anchor(kind) : "");
    }

    static String anchor(String kind) {
        return kind.replace('.', '-');
    }

    @PostMapping(AlertsPlace.RULES + "/{id}/removal")
    String remove(
            @PathVariable long id, @AuthenticationPrincipal StaffMember me, Words words, RedirectAttributes redirect) {
        boolean removed = rules.remove(me.tenantId(), id);
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        removed ? Tone.DONE : Tone.AT_RISK,
                        words.word(removed ? "alerts.rule.removed" : "alerts.rule.unknown")));
        return "redirect:" + AlertsPlace.RULES;
    }
}
