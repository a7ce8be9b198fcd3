package kr.dochak.console.cases;

import java.util.Optional;
import kr.dochak.care.Cases;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseType;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a case, each a small resource; every answer is the case's page with a sentence of what happened. */
@Controller
@RequestMapping("/console/cases/{id}")
class CaseActionsPage {

    private static final String TEAM = "team-";

    private final Cases cases;
    private final CaseViews pages;
    private final Staff colleagues;
    private final TeamTurn turn;

    CaseActionsPage(Cases cases, CaseViews pages, Staff colleagues, TeamTurn turn) {
        this.cases = cases;
        this.pages = pages;
        this.colleagues = colleagues;
        this.turn = turn;
    }

    /** Takes it, or hands it to {@code to}, one of the staff or a team, as long as {@code seen} still owns it. */
    @PostMapping("/assignment")
    String assign(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long seen,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        if (to.isEmpty() || to.equals(Long.toString(staff.id())) && seen == null) {
            return after(id.value(), cases.take(id, staff), "taken", words, redirect);
        }
        StaffMember next = (to.startsWith(TEAM)
                        ? ofTeam(to.substring(TEAM.length()), staff)
                        : colleagues.all(staff.tenantId()).stream()
                                .filter(each -> to.equals(Long.toString(each.id())) && each.may(Right.CASES_WORK))
                                .findFirst())
                .orElseThrow(() -> Problem.invalid("to", "unknown", "console.case.not.agent"));
        CaseOutcome outcome = cases.assign(id, staff, new CaseOwner(next.id(), next.name()), seen);
        return after(id.value(), outcome, "assigned", words, redirect);
    }

    /** A team gives it to whoever of them has the least in hand. */
    private Optional<StaffMember> ofTeam(String team, StaffMember staff) {
        return team.matches("\\d{1,18}")
                ? turn.next(Long.parseLong(team), staff.tenantId(), Right.CASES_WORK)
                : Optional.empty();
    }

    @PostMapping("/answers")
    String answer(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam String key,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        if (text.isBlank()) {
            return back(id.value(), Tone.AT_RISK, words.word("console.case.answer.empty"), redirect);
        }
        return after(id.value(), cases.answer(id, staff, text, key), "answered", words, redirect);
    }

    @PostMapping(path = "/resolution", params = "!_method")
    String solve(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String how,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        return after(id.value(), cases.solve(id, staff, how), "solved", words, redirect);
    }

    /** Takes the solution back; forms without scripts say so with {@code _method=delete}. */
    @DeleteMapping("/resolution")
    String reopen(
            @PathVariable CaseId id,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        String why = words.word("console.case.reopen");
        return after(id.value(), cases.reopen(id, staff, why), "reopened", words, redirect);
    }

    @PostMapping(path = "/resolution", params = "_method=delete")
    String reopenByForm(
            @PathVariable CaseId id,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        return reopen(id, staff, words, redirect);
    }

    /** A lead has it in view. */
    @PostMapping("/lead")
    String leadSees(
            @PathVariable CaseId id,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        return after(id.value(), cases.leadSees(id, staff), "lead", words, redirect);
    }

    @PostMapping("/classification")
    String reclassify(
            @PathVariable CaseId id,
            @RequestParam CaseType type,
            @RequestParam Urgency urgency,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        pages.find(id, staff);
        return after(id.value(), cases.reclassify(id, staff, type, urgency), "reclassified", words, redirect);
    }

    private String after(long id, CaseOutcome outcome, String done, Words words, RedirectAttributes redirect) {
        Tone tone = outcome instanceof CaseOutcome.Done ? Tone.DONE : Tone.AT_RISK;
        return back(id, tone, sentence(outcome, done, words), redirect);
    }

    private static String sentence(CaseOutcome outcome, String done, Words words) {
        return switch (outcome) {
            case CaseOutcome.Done did -> {
                CaseOwner owner = did.now().owner();
                yield words.word("console.case.did." + done, owner == null ? "" : owner.name());
            }
            case CaseOutcome.AlreadyTaken taken ->
                words.word("console.case.not.taken", taken.by().name());
            case CaseOutcome.AlreadySolved solved ->
                words.word("console.case.not.solved", KoreanTime.clock(solved.at(), words.locale()));
            case CaseOutcome.NotSolved open -> words.word("console.case.not.open");
            case CaseOutcome.Unknown none -> throw Problem.notFound("shared.problem.no-case");
            case CaseOutcome.BadLength bad -> words.word("care.problem.answer", bad.longest());
            case CaseOutcome.OtherCaseOpen other -> words.word("console.case.not.other", other.caseNo());
        };
    }

    private static String back(long id, Tone tone, String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, text));
        return "redirect:/console/cases/" + id;
    }
}
