package kr.dochak.console.alerts;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.alerts.rules.Duty;
import kr.dochak.alerts.rules.Shift;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 당직표: who is on duty when, by the Korean calendar (MSG-7). */
@Controller
@Framed(nav = "alerts", title = "alerts.duty.page")
class DutyPage {

    private final Duty duty;
    private final Staff staff;

    DutyPage(Duty duty, Staff staff) {
        this.duty = duty;
        this.staff = staff;
    }

    @GetMapping(AlertsPlace.DUTY)
    String page(
            @AuthenticationPrincipal StaffMember me,
            @RequestParam(defaultValue = "0") long remove,
            Frame frame,
            Model model) {
        List<StaffMember> members = staff.all(me.tenantId());
        model.addAttribute("tabs", AlertTabs.of(AlertsPlace.DUTY, frame.words()));
        model.addAttribute("shifts", duty.shifts(me.tenantId()));
        model.addAttribute("members", members);
        model.addAttribute(
                "names", members.stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name, (a, b) -> a)));
        model.addAttribute("onDuty", duty.onDuty(me.tenantId(), frame.now()));
        model.addAttribute("remove", remove);
        return "console/alert-duty";
    }

    @PostMapping(AlertsPlace.DUTY)
    String add(
            @RequestParam(name = "staff", defaultValue = "0") long staffId,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal StaffMember me,
            Words words,
            RedirectAttributes redirect) {
        OptionalInt begins = minute(from);
        OptionalInt ends = minute(until);
        boolean fits = staff.all(me.tenantId()).stream().anyMatch(each -> each.id() == staffId)
                && Stream.of(Shift.Days.values()).anyMatch(each -> each.name().equals(days))
                && begins.isPresent()
                && ends.isPresent();
        if (fits) {
            int end = ends.getAsInt() == 0 ? Shift.DAY : ends.getAsInt();
            duty.add(me.tenantId(), me.id(), new Shift(0, staffId, Shift.Days.valueOf(days), begins.getAsInt(), end));
        }
        return after(redirect, fits, words.word(fits ? "alerts.duty.added" : "alerts.duty.unfit"));
    }

    @PostMapping(AlertsPlace.DUTY + "/{id}/removal")
    String remove(
            @PathVariable long id, @AuthenticationPrincipal StaffMember me, Words words, RedirectAttributes redirect) {
        boolean removed = duty.remove(me.tenantId(), id);
        return after(redirect, removed, words.word(removed ? "alerts.duty.removed" : "alerts.duty.unknown"));
    }

    private static String after(RedirectAttributes redirect, boolean done, String text) {
        redirect.addFlashAttribute("flash", new Frame.Flash(done ? Tone.DONE : Tone.AT_RISK, text));
        return "redirect:" + AlertsPlace.DUTY;
    }

    private static OptionalInt minute(String time) {
        try {
            LocalTime read = LocalTime.parse(time);
            return OptionalInt.of(read.getHour() * 60 + read.getMinute());
        } catch (DateTimeParseException e) {
            return OptionalInt.empty();
        }
    }
}
