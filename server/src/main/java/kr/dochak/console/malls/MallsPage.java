package kr.dochak.console.malls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.console.account.AccountTabs;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.malls.MallDesk;
import kr.dochak.opening.Openings;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 쇼핑몰: a mall begins, and its systems get keys that are shown once (SET-2). */
@Controller
@Framed(nav = "account", title = "console.malls.title")
class MallsPage {

    static final String AT = "/console/malls";

    private final MallDesk desk;
    private final Malls malls;
    private final Openings openings;
    private final InstantSource clock;

    MallsPage(MallDesk desk, Malls malls, Openings openings, InstantSource clock) {
        this.openings = openings;
        this.desk = desk;
        this.malls = malls;
        this.clock = clock;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("malls", malls.all());
        model.addAttribute("tabs", AccountTabs.of(AT, staff, frame.words()));
        return "console/malls";
    }

    @PostMapping(AT)
    String begin(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes after) {
        return switch (desk.begin(staff, code, name)) {
            case MallDesk.Beginning.Begun(Mall mall) -> {
                openings.begin(mall.tenantId());
                flash(frame, Tone.DONE, "begun", after);
                yield to(mall.tenantId());
            }
            case MallDesk.Beginning.BadCode() -> {
                flash(frame, Tone.LATE, "bad-code", after);
                yield "redirect:" + AT;
            }
            case MallDesk.Beginning.BadName() -> {
                flash(frame, Tone.LATE, "bad-name", after);
                yield "redirect:" + AT;
            }
        };
    }

    @GetMapping(AT + "/{id}")
    String one(Frame frame, @PathVariable long id, Model model) {
        return page(frame, mall(id), "", model);
    }

    /** The key is on this answer and on no other page, so there is no redirect. */
    @PostMapping(AT + "/{id}/keys")
    String issue(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String label,
            Model model) {
        Mall mall = mall(id);
        Optional<String> key = desk.issue(staff, mall.tenantId(), label);
        key.ifPresent(made -> model.addAttribute("key", made));
        return page(frame, mall, key.isPresent() ? "" : frame.words().word("console.malls.bad-label"), model);
    }

    @PostMapping(AT + "/{id}/keys/{key}/revocation")
    String revoke(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @PathVariable long key,
            RedirectAttributes after) {
        boolean revoked = desk.revoke(staff, mall(id).tenantId(), key);
        flash(frame, revoked ? Tone.DONE : Tone.LATE, revoked ? "revoked" : "not-revoked", after);
        return to(new MallId(id));
    }

    private String page(Frame frame, Mall mall, String wrong, Model model) {
        Instant now = clock.instant();
        model.addAttribute("frame", frame.titled("console.malls.one", mall.name()));
        model.addAttribute("mall", mall);
        model.addAttribute(
                "keys",
                desk.keys(mall.tenantId()).stream()
                        .map(key -> KeyRow.of(key, now, frame.words()))
                        .toList());
        model.addAttribute("wrong", wrong);
        return "console/mall";
    }

    private Mall mall(long id) {
        return malls.all().stream()
                .filter(mall -> mall.tenantId().value() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("console.malls.unknown"));
    }

    private static String to(MallId mall) {
        return "redirect:" + AT + "/" + mall.value();
    }

    private static void flash(Frame frame, Tone tone, String what, RedirectAttributes after) {
        after.addFlashAttribute("flash", new Frame.Flash(tone, frame.words().word("console.malls.said." + what)));
    }
}
