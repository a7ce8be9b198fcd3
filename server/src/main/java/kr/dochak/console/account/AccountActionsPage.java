package kr.dochak.console.account;

import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Accounts;
import kr.dochak.identity.accounts.Departures;
import kr.dochak.identity.accounts.Invitations;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What administrators do with an account: a new password, the end of log-ins, a stop, an end, a way back (IDN-1). */
@Controller
@RequestMapping(AccountsPage.AT + "/{id}")
@Framed(nav = "account", title = "console.accounts.title")
class AccountActionsPage {

    private static final int NAMED = 10;

    private final AccountViews views;
    private final Accounts accounts;
    private final Departures departures;
    private final Invitations invitations;

    AccountActionsPage(AccountViews views, Accounts accounts, Departures departures, Invitations invitations) {
        this.views = views;
        this.accounts = accounts;
        this.departures = departures;
        this.invitations = invitations;
    }

    /** The password stands on the answer itself and nowhere else, so it is read once. */
    @PostMapping("/password")
    String reset(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        Accounts.OneTime made = found(accounts.reset(staff, id));
        model.addAttribute("made", made);
        model.addAttribute(
                "until",
                KoreanTime.moment(made.until(), frame.now(), frame.words().locale()));
        return views.page(frame, staff, id, null, model);
    }

    @PostMapping("/sessions/end")
    String end(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(frame, id, "console.accounts.ended.done", found(accounts.endSessions(staff, id)), after);
    }

    @PostMapping("/sessions/{session}/end")
    String endOne(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            @PathVariable long session,
            RedirectAttributes after) {
        StaffMember member = found(accounts.endSession(staff, id, session));
        return done(frame, id, "console.accounts.ended.one", member, after);
    }

    @PostMapping("/lock")
    String lock(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(frame, id, "console.accounts.locked.done", found(departures.lock(staff, id)), after);
    }

    @PostMapping("/unlock")
    String unlock(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        return done(frame, id, "console.accounts.unlocked.done", found(departures.unlock(staff, id)), after);
    }

    /** Names what went back to the queue. */
    @PostMapping("/closing")
    String close(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        Departures.Left left = found(departures.leave(staff, id));
        Words words = frame.words();
        String text = words.word("console.accounts.closed.done", left.member().name());
        if (!left.givenBack().isEmpty()) {
            String named = left.givenBack().stream()
                    .limit(NAMED)
                    .map(piece -> WorkLine.of(piece, frame).text())
                    .collect(Collectors.joining(", "));
            int more = Math.max(0, left.givenBack().size() - NAMED);
            text += " " + words.word("console.accounts.closed.back", named, more);
        }
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:" + AccountsPage.AT + "/" + id;
    }

    /** A new link: for who was asked in, and for who had left and comes back. */
    @PostMapping("/invitation")
    String again(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable long id,
            Model model,
            RedirectAttributes after) {
        return switch (invitations.again(staff, id, frame.words())) {
            case Invitations.Invited invited -> InvitationAnswers.sent(invited, frame, staff, views, model, after);
            case Invitations.Refused refused -> throw Problem.notFound("console.accounts.none");
        };
    }

    @PostMapping("/invitation/withdrawal")
    String withdraw(
            Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, RedirectAttributes after) {
        StaffMember member = found(invitations.withdraw(staff, id));
        String text = frame.words().word("console.accounts.withdrawn.done", member.name());
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:" + AccountsPage.AT;
    }

    private static <T> T found(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound("console.accounts.none"));
    }

    private static String done(Frame frame, long id, String key, StaffMember colleague, RedirectAttributes after) {
        String text = frame.words().word(key, colleague.name());
        after.addFlashAttribute("flash", new Frame.Flash(Tone.DONE, text));
        return "redirect:" + AccountsPage.AT + "/" + id;
    }
}
