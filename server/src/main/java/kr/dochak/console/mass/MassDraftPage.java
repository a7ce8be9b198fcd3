package kr.dochak.console.mass;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.mass.MassDesk;
import kr.dochak.messaging.mass.MassLook;
import kr.dochak.messaging.mass.MassOutcome;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new notice to many: whom, what, a look at both, and the wish that others agree. */
@Controller
@Framed(nav = "mass-notices", title = "console.mass.new")
class MassDraftPage {

    private final MassDesk desk;

    MassDraftPage(MassDesk desk) {
        this.desk = desk;
    }

    @GetMapping(MassPlace.AT + "/new")
    String page(
            @RequestParam(defaultValue = "0") long like,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        MassForm form = desk.find(staff.tenantId(), like)
                .map(notice -> MassForm.like(notice, desk.orderNos(notice)))
                .orElseGet(MassForm::empty);
        return fill(form, null, false, frame, model);
    }

    /** Whom it would reach and how it would read, before anybody is asked. */
    @PostMapping(MassPlace.AT + "/look")
    String look(
            MassForm form,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        MassLook look = form.isReadable(today) ? desk.look(staff, form.draft(staff.tenantId(), today)) : null;
        if (look == null || !look.isFit()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return fill(form, look, true, frame, model);
    }

    @PostMapping(MassPlace.AT)
    String ask(
            MassForm form,
            @AuthenticationPrincipal StaffMember staff,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Frame frame,
            Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        if (!form.isReadable(today)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fill(form, null, true, frame, model);
        }
        return switch (desk.ask(staff, form.draft(staff.tenantId(), today))) {
            case MassOutcome.Waiting asked -> done(asked.id(), "asked", asked.votes(), frame, redirect);
            case MassOutcome.SentBefore before -> done(before.id(), "twice", 0, frame, redirect);
            case MassOutcome.Unfit unfit -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield fill(form, unfit.look(), true, frame, model);
            }
        };
    }

    private static String fill(MassForm form, @Nullable MassLook look, boolean judged, Frame frame, Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        List<Field> words = form.wordFields(look, frame.words());
        List<Field> choice = form.choiceFields(judged, today, frame.words());
        model.addAttribute("texts", words);
        model.addAttribute("choice", choice);
        model.addAttribute("all", Stream.concat(choice.stream(), words.stream()).toList());
        model.addAttribute("key", form.key());
        model.addAttribute("look", look);
        return "console/mass-notice-new";
    }

    private static String done(long id, String did, int votes, Frame frame, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, frame.words().word("console.mass.did." + did, votes)));
        return "redirect:" + MassPlace.AT + "/" + id;
    }
}
