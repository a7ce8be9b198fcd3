package kr.dochak.console.firstday;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kr.dochak.console.account.AccountTabs;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.opening.OpeningLine;
import kr.dochak.opening.Openings;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 개점 준비: the list of what a mall needs before it opens, with the days until then (SET-2). */
@Controller
@Framed(nav = "account", title = "console.first-day.title")
class FirstDayPage {

    static final String AT = "/console/first-day";

    private final Openings openings;
    private final InstantSource clock;

    FirstDayPage(Openings openings, InstantSource clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        Instant now = clock.instant();
        Openings.Opening opening = openings.of(staff.tenantId());
        List<LineRow> rows = opening.lines().stream()
                .map(line -> LineRow.of(line, staff.may(Right.PLATFORM), now, frame.words()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("missing", opening.missing());
        model.addAttribute("finished", opening.finished());
        LocalDate day = opening.day();
        model.addAttribute("day", day == null ? "" : day.toString());
        model.addAttribute("countdown", countdown(day, now, frame.words()));
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/first-day";
    }

    static String countdown(@Nullable LocalDate day, Instant now, Words words) {
        if (day == null) {
            return "";
        }
        LocalDate today = Seoul.dateOf(now);
        long days = ChronoUnit.DAYS.between(today, day);
        String date = KoreanTime.date(day, today, words.locale());
        return days > 0
                ? words.word("console.first-day.days", date, days)
                : words.word(days == 0 ? "console.first-day.today" : "console.first-day.passed", date);
    }

    @PostMapping(AT + "/day")
    String day(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes after) {
        try {
            openings.day(staff.tenantId(), day.isBlank() ? null : LocalDate.parse(day.strip()));
            flash(frame, Tone.DONE, day.isBlank() ? "day-cleared" : "day", after);
        } catch (DateTimeException e) {
            flash(frame, Tone.LATE, "bad-day", after);
        }
        return "redirect:" + AT;
    }

    @PostMapping(AT + "/lines/{line}")
    String done(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable OpeningLine line,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes after) {
        boolean done = openings.done(staff, line, words);
        flash(frame, done ? Tone.DONE : Tone.LATE, done ? "done" : "words-missing", after);
        return "redirect:" + AT + "#line-" + line;
    }

    @PostMapping(AT + "/lines/{line}/undo")
    String undo(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable OpeningLine line,
            RedirectAttributes after) {
        openings.undo(staff, line);
        flash(frame, Tone.DONE, "undone", after);
        return "redirect:" + AT + "#line-" + line;
    }

    @PostMapping(AT + "/finished")
    String finished(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "false") boolean away,
            RedirectAttributes after) {
        openings.finished(staff.tenantId(), away);
        flash(frame, Tone.DONE, away ? "away" : "back", after);
        return "redirect:" + AT;
    }

    static void flash(Frame frame, Tone tone, String what, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Frame.Flash(tone, frame.words().word("console.first-day.said." + what)));
    }
}
