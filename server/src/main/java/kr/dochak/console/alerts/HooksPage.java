package kr.dochak.console.alerts;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.dochak.alerts.Severity;
import kr.dochak.alerts.sending.AlertLetters;
import kr.dochak.alerts.sending.HookPost;
import kr.dochak.alerts.sending.HookShape;
import kr.dochak.alerts.sending.Hooks;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rooms of other services that hear alerts: added, tried, removed on the page of rules. */
@Controller
class HooksPage {

    private static final String AT = AlertsPlace.RULES + "/hooks";
    private static final int LONGEST_NAME = 60;

    private final Hooks hooks;
    private final HookPost post;
    private final AlertLetters letters;

    HooksPage(Hooks hooks, HookPost post, AlertLetters letters) {
        this.hooks = hooks;
        this.post = post;
        this.letters = letters;
    }

    @PostMapping(AT)
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String shape,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String severity,
            @AuthenticationPrincipal StaffMember me,
            Words words,
            RedirectAttributes redirect) {
        Optional<HookShape> form = Stream.of(HookShape.values())
                .filter(each -> each.name().equals(shape))
                .findFirst();
        Optional<Severity> from = Stream.of(Severity.values())
                .filter(each -> each.name().equals(severity))
                .findFirst();
        String called = name.strip();
        if (form.isEmpty() || from.isEmpty() || called.isEmpty() || called.length() > LONGEST_NAME) {
            return after(redirect, Tone.AT_RISK, words.word("alerts.hook.unfit", LONGEST_NAME));
        }
        return switch (hooks.add(me.tenantId(), me.id(), new Hooks.Wish(called, form.get(), url, from.get()))) {
            case Hooks.Added.Done done -> after(redirect, Tone.DONE, words.word("alerts.hook.added", called));
            case Hooks.Added.BadAddress bad ->
                after(redirect, Tone.AT_RISK, words.word("alerts.hook.wrong." + bad.why()));
            case Hooks.Added.TooMany(int most) ->
                after(redirect, Tone.AT_RISK, words.word("alerts.hook.too-many", most));
        };
    }

    @PostMapping(AT + "/{id}/removal")
    String remove(
            @PathVariable long id, @AuthenticationPrincipal StaffMember me, Words words, RedirectAttributes redirect) {
        boolean removed = hooks.remove(me.tenantId(), id);
        return after(
                redirect,
                removed ? Tone.DONE : Tone.AT_RISK,
                words.word(removed ? "alerts.hook.removed" : "alerts.hook.unknown"));
    }

    /** Writes a line into the room and says what was answered. */
    @PostMapping(AT + "/{id}/test")
    String test(
            @PathVariable long id, @AuthenticationPrincipal StaffMember me, Words words, RedirectAttributes redirect) {
        if (hooks.find(me.tenantId(), id).isEmpty()) {
            return after(redirect, Tone.AT_RISK, words.word("alerts.hook.unknown"));
        }
        Optional<String> refused = post.test(id);
        return after(
                redirect,
                refused.isEmpty() ? Tone.DONE : Tone.AT_RISK,
                refused.map(answer -> words.word("alerts.test.refused", answer))
                        .orElseGet(() -> words.word("alerts.test.sent")));
    }

    /** Sends a letter to whoever asks, and to nobody else. */
    @PostMapping(AlertsPlace.RULES + "/mail/test")
    String testMail(@AuthenticationPrincipal StaffMember me, Words words, RedirectAttributes redirect) {
        boolean sent = letters.test(me.id(), UUID.randomUUID().toString());
        return after(
                redirect,
                sent ? Tone.DONE : Tone.AT_RISK,
                words.word(sent ? "alerts.test.mailed" : "alerts.test.mail-off"));
    }

    private static String after(RedirectAttributes redirect, Tone tone, String text) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, text));
        return "redirect:" + AlertsPlace.RULES + "#rooms";
    }
}
