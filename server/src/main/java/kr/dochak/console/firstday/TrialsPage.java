package kr.dochak.console.firstday;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.Messages;
import kr.dochak.opening.Trial;
import kr.dochak.opening.TrialStation;
import kr.dochak.opening.Trials;
import kr.dochak.pages.Fragment;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 시험 주문: one that goes the whole way out, each station as it is reached (SET-2). */
@Controller
@Framed(nav = "account", title = "console.trials.title")
class TrialsPage {

    static final String AT = FirstDayPage.AT + "/trials";

    private final Trials trials;
    private final Messages messages;
    private final InstantSource clock;

    TrialsPage(Trials trials, Messages messages, InstantSource clock) {
        this.trials = trials;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(AT)
    String list(Frame frame, @AuthenticationPrincipal StaffMember staff, Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                "trials",
                trials.of(staff.tenantId()).stream()
                        .map(trial -> new TrialRow(
                                trial.id(), trial.orderNo(), tone(trial), state(trial, now, frame.words())))
                        .toList());
        return "console/first-day-trials";
    }

    @PostMapping(AT)
    String begin(
            Frame frame,
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String phone,
            RedirectAttributes after) {
        return switch (trials.begin(staff, phone, frame.words().english() ? "en" : "ko")) {
            case Trials.Begin.Begun begun -> "redirect:" + AT + "/" + begun.id();
            case Trials.Begin.UnderWay other -> {
                FirstDayPage.flash(frame, Tone.AT_RISK, "under-way", after);
                yield "redirect:" + AT + "/" + other.id();
            }
            case Trials.Begin.Refused refused -> {
                FirstDayPage.flash(frame, Tone.LATE, "bad-phone", after);
                yield "redirect:" + AT;
            }
        };
    }

    @GetMapping(AT + "/{id}")
    String one(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        fill(frame, staff, id, model);
        return "console/first-day-trial";
    }

    /** The part of it that changes by itself while the order is on its way. */
    @Fragment(of = AT + "/{id}")
    @GetMapping(AT + "/{id}/stations")
    String stations(Frame frame, @AuthenticationPrincipal StaffMember staff, @PathVariable long id, Model model) {
        fill(frame, staff, id, model);
        return "console/first-day-stations";
    }

    private void fill(Frame frame, StaffMember staff, long id, Model model) {
        Words words = frame.words();
        Instant now = clock.instant();
        Trial trial = trials.find(staff.tenantId(), id).orElseThrow(() -> Problem.notFound("console.trials.unknown"));
        model.addAttribute("id", trial.id());
        model.addAttribute("orderId", trial.orderId().value());
        model.addAttribute("orderNo", trial.orderNo());
        model.addAttribute("underWay", trial.isUnderWay());
        model.addAttribute("tone", tone(trial));
        model.addAttribute("state", state(trial, now, words));
        model.addAttribute(
                "rows",
                Arrays.stream(TrialStation.values())
                        .map(station -> row(trial, station, now, words))
                        .toList());
        model.addAttribute("told", messagesOf(trial, words));
    }

    private List<ToldRow> messagesOf(Trial trial, Words words) {
        return messages.ofOrder(trial.orderId(), words.english() ? "en" : "ko").stream()
                .map(notice -> new ToldRow(
                        notice.title(),
                        notice.deliveries().isEmpty()
                                ? words.word("console.trials.inbox")
                                : String.join(
                                        " · ",
                                        notice.deliveries().stream()
                                                .map(each -> words.word(
                                                                each.channel().label()) + " "
                                                        + words.word("console.trials.state." + each.state()))
                                                .toList())))
                .toList();
    }

    private static StationRow row(Trial trial, TrialStation station, Instant now, Words words) {
        Instant reached = trial.reached().get(station);
        String label = words.word("console.trials.station." + station);
        if (reached != null) {
            return new StationRow(label, Tone.DONE, KoreanTime.moment(reached, now, words.locale()));
        }
        if (station == trial.broken()) {
            return new StationRow(label, Tone.LATE, words.word("console.trials.broken-here"));
        }
        boolean next =
                trial.isUnderWay() && trial.next().filter(station::equals).isPresent();
        return new StationRow(
                label,
                next ? Tone.AT_RISK : Tone.NEUTRAL,
                words.word(next ? "console.trials.waiting" : "console.trials.to-come"));
    }

    private static Tone tone(Trial trial) {
        return trial.isUnderWay() ? Tone.AT_RISK : trial.broken() == null ? Tone.DONE : Tone.LATE;
    }

    private static String state(Trial trial, Instant now, Words words) {
        String begun = KoreanTime.moment(trial.begunAt(), now, words.locale());
        String what = trial.isUnderWay() ? "under-way" : trial.broken() == null ? "whole" : "broken";
        return words.word("console.trials." + what, begun);
    }
}
