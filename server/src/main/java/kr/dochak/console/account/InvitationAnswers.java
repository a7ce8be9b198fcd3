package kr.dochak.console.account;

import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Invitations;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page says of an invitation: that the mail left, or the link itself, which is read once and handed over. */
final class InvitationAnswers {

    private InvitationAnswers() {}

    static String sent(
            Invitations.Invited invited,
            Frame frame,
            StaffMember reader,
            AccountViews views,
            Model model,
            RedirectAttributes after) {
        String until =
                KoreanTime.moment(invited.until(), frame.now(), frame.words().locale());
        if (invited.mailed()) {
            String text = frame.words().word("console.accounts.invited", invited.name(), invited.email(), until);
            after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
            return "redirect:" + AccountsPage.AT + "/" + invited.staffId();
        }
        model.addAttribute("link", invited.link());
        model.addAttribute("until", until);
        return views.page(frame, reader, invited.staffId(), null, model);
    }
}
