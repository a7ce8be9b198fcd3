package kr.dochak.console.mass;

import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.mass.MassDesk;
import kr.dochak.messaging.mass.MassNotice;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One notice to many: what it says, whom it means, how far it is, and the ways to take it back or stop it. */
@Controller
@Framed(nav = "mass-notices", title = "console.mass.title")
class MassNoticePage {

    private final MassDesk desk;
    private final Staff staff;

    MassNoticePage(MassDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping(MassPlace.ONE)
    String page(@PathVariable long id, @AuthenticationPrincipal StaffMember reader, Model model) {
        MassNotice notice = one(id, reader);
        String maker = staff.byId(notice.makerId()).map(StaffMember::name).orElse("#" + notice.makerId());
        model.addAttribute("row", new MassRow(notice, desk.progress(notice), maker));
        model.addAttribute(
                "why",
                desk.asked(notice)
                        .map(ApprovalRequest::decision)
                        .map(ApprovalRequest.Decision::why)
                        .orElse(""));
        model.addAttribute("own", notice.makerId() == reader.id());
        model.addAttribute("mayWrite", reader.may(Right.NOTICES_SEND));
        return "console/mass-notice";
    }

    @PostMapping(MassPlace.ONE + "/withdrawal")
    String takeBack(
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        one(id, reader);
        return back(id, desk.takeBack(reader, id), "withdrawn", words, redirect);
    }

    @PostMapping(MassPlace.ONE + "/stop")
    String stop(
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        one(id, reader);
        return back(id, desk.stop(reader, id), "stopped", words, redirect);
    }

    private MassNotice one(long id, StaffMember reader) {
        return desk.find(reader.tenantId(), id).orElseThrow(() -> Problem.notFound("console.mass.unknown"));
    }

    private static String back(long id, boolean done, String did, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        done ? Tone.DONE : Tone.AT_RISK, words.word("console.mass.did." + (done ? did : "over"))));
        return "redirect:" + MassPlace.AT + "/" + id;
    }
}
