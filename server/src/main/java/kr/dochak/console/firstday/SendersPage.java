package kr.dochak.console.firstday;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.trying.SenderTests.Outcome;
import kr.dochak.opening.Senders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 시험 메시지: one to ourselves on each channel, and the digits in it show that it arrived (SET-2). */
@Controller
@Framed(nav = "account", title = "console.senders.title")
class SendersPage {

    static final String AT = FirstDayPage.AT + "/senders";

    private final Senders senders;
    private final InstantSource clock;

    SendersPage(Senders senders, InstantSource clock) {
        this.senders = senders;
        this.clock = clock;
    }

    @GetMapping(AT)
    String page(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        Instant now = clock.instant();
        model.addAttribute("platform", staff.may(Right.PLATFORM));
        model.addAttribute(
                "rows",
                senders.of(staff.tenantId()).stream()
                        .map(test -> row(test, now, frame.words()))
                        .toList());
        return "console/first-day-senders";
    }

    private static SenderRow row(Senders.Test test, Instant now, Words words) {
        boolean arrived = test.arrivedAt() != null;
        boolean taken = test.outcome() == Outcome.TAKEN;
        Tone tone = arrived ? Tone.DONE : test.outcome() == null ? Tone.NEUTRAL : taken ? Tone.AT_RISK : Tone.LATE;
        return new SenderRow(
                test.channel(),
                words.word(test.channel().label()),
                test.on(),
                test.channel().address() == ChannelName.Address.PHONE,
                taken && !arrived,
                tone,
                state(test, now, words));
    }

    private static String state(Senders.Test test, Instant now, Words words) {
        if (test.arrivedAt() != null) {
            return words.word("console.senders.arrived", KoreanTime.moment(test.arrivedAt(), now, words.locale()));
        }
        Instant sent = test.sentAt();
        if (test.outcome() == null || sent == null) {
            return words.word(test.on() ? "console.senders.untried" : "console.senders.off");
        }
        return words.word("console.senders." + test.outcome(), KoreanTime.moment(sent, now, words.locale()));
    }

    @PostMapping(AT + "/{channel}")
    String send(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable ChannelName channel,
            @RequestParam(defaultValue = "") String phone,
            RedirectAttributes after) {
        String language = frame.words().english() ? "en" : "ko";
        Optional<Outcome> outcome = senders.send(staff, channel, phone, language);
        boolean taken = outcome.filter(each -> each == Outcome.TAKEN).isPresent();
        FirstDayPage.flash(
                frame,
                taken ? Tone.DONE : Tone.LATE,
                taken ? "sent" : outcome.isPresent() ? "not-sent" : "not-tried",
                after);
        return "redirect:" + AT;
    }

    @PostMapping(AT + "/{channel}/arrival")
    String arrived(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable ChannelName channel,
            @RequestParam(defaultValue = "") String digits,
            RedirectAttributes after) {
        boolean arrived = senders.arrived(staff.tenantId(), channel, digits);
        FirstDayPage.flash(frame, arrived ? Tone.DONE : Tone.LATE, arrived ? "arrived" : "wrong-digits", after);
        return "redirect:" + AT;
    }
}
