package kr.dochak.console.policies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import kr.dochak.compensation.Policies;
import kr.dochak.compensation.PolicyDraft;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 새 보상 정책: begins with what holds, shows what it would have given, and is asked for (BEN-1). */
@Controller
@Framed(nav = "compensation", title = "console.policies.new")
class PolicyDraftPage {

    private final Policies policies;
    private final PolicyPreviews previews;

    PolicyDraftPage(Policies policies, PolicyPreviews previews) {
        this.policies = policies;
        this.previews = previews;
    }

    @GetMapping(PoliciesPlace.AT + "/new")
    String form(@AuthenticationPrincipal StaffMember staff, Frame frame, Model model) {
        return fill(PolicyForm.of(policies.inForce(staff.tenantId())), staff, frame, model);
    }

    /** What it would have given, before anybody is asked. */
    @PostMapping(PoliciesPlace.AT + "/look")
    String look(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        PolicyForm form = PolicyForm.of(typed);
        if (!form.isFit(frame.now())) {
            return wrong(form, staff, frame, response, model);
        }
        PolicyDraft draft = form.draft(staff.tenantId(), policies.inForce(staff.tenantId()));
        model.addAttribute("preview", previews.of(draft, staff.tenantId(), frame.now()));
        return fill(form, staff, frame, model);
    }

    @PostMapping(PoliciesPlace.AT)
    String ask(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        PolicyForm form = PolicyForm.of(typed);
        if (form.house() && !staff.may(Right.PLATFORM)) {
            throw Problem.forbidden("console.policies.house-only");
        }
        if (!form.isFit(frame.now())) {
            return wrong(form, staff, frame, response, model);
        }
        PolicyDraft draft = form.draft(staff.tenantId(), policies.inForce(staff.tenantId()));
        long version = policies.ask(staff, draft, form.from(frame.now()).orElse(null));
        return PoliciesPage.answer(version, Tone.DONE, "asked", frame.words(), redirect);
    }

    private String wrong(PolicyForm form, StaffMember staff, Frame frame, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("tried", true);
        return fill(form, staff, frame, model);
    }

    private static String fill(PolicyForm form, StaffMember staff, Frame frame, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("dayWrong", !form.isDayFit(frame.now()));
        model.addAttribute("mayHouse", staff.may(Right.PLATFORM));
        return "console/policy-new";
    }
}
