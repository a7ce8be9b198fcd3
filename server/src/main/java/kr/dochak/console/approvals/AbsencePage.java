package kr.dochak.console.approvals;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.dochak.approvals.Absence;
import kr.dochak.approvals.Absences;
import kr.dochak.approvals.Approvals;
import kr.dochak.console.DateText;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 부재와 대리: who decides in one's place while one is away (SET-1). */
@Controller
@Framed(nav = "approvals", title = "approvals.absence.page")
class AbsencePage {

    private final Absences absences;
    private final Approvals approvals;
    private final Staff staff;

    AbsencePage(Absences absences, Approvals approvals, Staff staff) {
        this.absences = absences;
        this.approvals = approvals;
        this.staff = staff;
    }

    /** What was typed in. */
    private record Typed(String standIn, String from, String until) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping(ApprovalsPlace.ABSENCE)
    String page(@AuthenticationPrincipal StaffMember reader, Frame frame, Model model) {
        return page(reader, Typed.NOTHING, null, frame, model);
    }

    private String page(StaffMember reader, Typed typed, Absences.@Nullable Outcome wrong, Frame frame, Model model) {
        Words words = frame.words();
        Instant now = frame.now();
        model.addAttribute("tabs", ApprovalTabs.of(null, approvals.waiting(reader, reader.malls()), words));
        model.addAttribute(
                "absent",
                absences.of(reader).map(each -> sentence(each, now, words)).orElse(""));
        model.addAttribute(
                "standsFor",
                absences.runningFor(reader).stream()
                        .map(each -> words.word(
                                "approvals.absence.for", name(each.staffId(), words), lastDay(each, now, words)))
                        .toList());
        model.addAttribute("fields", fields(reader, typed, wrong, now, words));
        model.addAttribute("mayAct", reader.may(Right.APPROVALS_WORK));
        return "console/absence";
    }

    private String sentence(Absence absence, Instant now, Words words) {
        return words.word(
                "approvals.absence.now",
                name(absence.standInId(), words),
                KoreanTime.date(Seoul.dateOf(absence.from()), Seoul.dateOf(now), words.locale()),
                lastDay(absence, now, words));
    }

    private static String lastDay(Absence absence, Instant now, Words words) {
        return KoreanTime.date(KoreanTime.lastDay(absence.until()), Seoul.dateOf(now), words.locale());
    }

    private String name(long staffId, Words words) {
        return staff.byId(staffId).map(StaffMember::name).orElseGet(() -> words.word("approvals.gone"));
    }

    private List<Field> fields(
            StaffMember reader, Typed typed, Absences.@Nullable Outcome wrong, Instant now, Words words) {
        Field who = Field.choice(
                        "standIn",
                        words.word("approvals.absence.stand-in"),
                        typed.standIn(),
                        absences.colleagues(reader).stream()
                                .map(each -> new Field.Option(Long.toString(each.id()), each.name()))
                                .toList())
                .needed();
        Field from = Field.text(
                        "from",
                        words.word("approvals.absence.from"),
                        typed.from().isEmpty() ? Seoul.dateOf(now).toString() : typed.from())
                .type("date")
                .needed();
        Field until = Field.text("until", words.word("approvals.absence.until"), typed.until())
                .type("date")
                .help(words.word(
                        "approvals.absence.until.help", absences.longest().toDays()))
                .needed();
        if (wrong == null || wrong == Absences.Outcome.DONE) {
            return List.of(who, from, until);
        }
        String text = words.word("approvals.absence." + wrong);
        return wrong == Absences.Outcome.NO_COLLEAGUE
                ? List.of(who.error(text), from, until)
                : List.of(who, from, until.error(text));
    }

    @PostMapping(ApprovalsPlace.ABSENCE)
    String set(
            @AuthenticationPrincipal StaffMember reader,
            @RequestParam(defaultValue = "") String standIn,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        Optional<LocalDate> first = DateText.read(from, today);
        Optional<LocalDate> last = DateText.read(until, today);
        long colleague = standIn.matches("\\d{1,18}") ? Long.parseLong(standIn) : 0;
        Absences.Outcome outcome = first.isEmpty() || last.isEmpty()
                ? Absences.Outcome.NO_TIME
                : absences.set(reader, colleague, Seoul.startOf(first.get()), Seoul.endOf(last.get()));
        if (outcome != Absences.Outcome.DONE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(reader, new Typed(standIn, from, until), outcome, frame, model);
        }
        String name = name(colleague, frame.words());
        redirect.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, frame.words().word("approvals.absence.done", name)));
        return "redirect:" + ApprovalsPlace.ABSENCE;
    }

    @PostMapping(ApprovalsPlace.ABSENCE + "/end")
    String end(@AuthenticationPrincipal StaffMember reader, Words words, RedirectAttributes redirect) {
        boolean ended = absences.end(reader);
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        ended ? Tone.DONE : Tone.NEUTRAL,
                        words.word(ended ? "approvals.absence.ended" : "approvals.absence.ended.not")));
        return "redirect:" + ApprovalsPlace.ABSENCE;
    }
}
