package kr.dochak.console.policies;

import kr.dochak.compensation.Policies;
import kr.dochak.compensation.Policies.State;
import kr.dochak.compensation.Policies.Version;
import kr.dochak.compensation.PolicyDraft;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
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

/** 보상 정책: the versions, one of them with what it would have given, and the ways back (BEN-1). */
@Controller
@Framed(nav = "compensation", title = "console.policies.title")
class PoliciesPage {

    private static final int PAGE = 20;

    private final Policies policies;
    private final PolicyPreviews previews;
    private final Staff staff;

    PoliciesPage(Policies policies, PolicyPreviews previews, Staff staff) {
        this.policies = policies;
        this.previews = previews;
        this.staff = staff;
    }

    @GetMapping(PoliciesPlace.AT)
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal StaffMember reader,
            Model model) {
        Keyset<Version> page = policies.history(reader.tenantId(), after, PAGE);
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("mayWrite", reader.may(Right.MONEY_SET));
        model.addAttribute("first", after == null ? null : PoliciesPlace.AT);
        model.addAttribute("next", page.next() == null ? null : PoliciesPlace.AT + "?after=" + page.next());
        return "console/policies";
    }

    @GetMapping(PoliciesPlace.AT + "/{id}")
    String one(@PathVariable long id, @AuthenticationPrincipal StaffMember reader, Frame frame, Model model) {
        Version version = version(id, reader);
        PolicyDraft content = policies.content(version);
        model.addAttribute("frame", frame.titled("console.policies.one", id));
        model.addAttribute("row", row(version));
        model.addAttribute("preview", previews.of(content, reader.tenantId(), frame.now()));
        model.addAttribute("excluded", PolicyForm.of(content).excluded());
        model.addAttribute("reader", reader.id());
        model.addAttribute("mayWrite", mayWrite(version, reader));
        model.addAttribute("mayReturn", version.state() != State.ACTIVE && !version.isWaiting() && !version.isSoon());
        return "console/policy";
    }

    @PostMapping(PoliciesPlace.AT + "/{id}/withdrawal")
    String takeBack(
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        Version version = version(id, reader);
        mustWrite(version, reader);
        return policies.takeBack(reader, version)
                ? answer(id, Tone.DONE, "withdrawn", words, redirect)
                : answer(id, Tone.AT_RISK, "over", words, redirect);
    }

    /** Asks for the same rules again, as a version of their own. */
    @PostMapping(PoliciesPlace.AT + "/{id}/return")
    String again(
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        Version version = version(id, reader);
        mustWrite(version, reader);
        return answer(policies.ask(reader, policies.content(version), null), Tone.DONE, "asked", words, redirect);
    }

    private Version version(long id, StaffMember reader) {
        return policies.version(reader.tenantId(), id).orElseThrow(() -> Problem.notFound("console.policies.unknown"));
    }

    /** What holds for all malls is for who looks after all of them. */
    private static boolean mayWrite(Version version, StaffMember reader) {
        return reader.may(Right.MONEY_SET) && (!version.mall().equals(MallId.DEFAULT) || reader.may(Right.PLATFORM));
    }

    private static void mustWrite(Version version, StaffMember reader) {
        if (!mayWrite(version, reader)) {
            throw Problem.forbidden("console.policies.house-only");
        }
    }

    private PolicyRow row(Version version) {
        Long maker = version.makerId();
        return new PolicyRow(
                version,
                maker == null ? "" : staff.byId(maker).map(StaffMember::name).orElse("#" + maker));
    }

    static String answer(long id, Tone tone, String did, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, words.word("console.policies.did." + did)));
        return "redirect:" + PoliciesPlace.AT + "/" + id;
    }
}
