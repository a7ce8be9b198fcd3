package kr.dochak.console.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalAnswer.Reason;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.settings.ChangeOutcome;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SecondPerson;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One setting: its sentence, what another number would have done, from when it counts, its history (SET-1). */
@Controller
@Framed(nav = "settings", title = "settings.title")
class SettingPage {

    private static final String ONE = SettingsPage.AT + "/{key}";
    private static final int PAGE = 20;

    private final Settings settings;
    private final SettingDesk desk;
    private final SettingPreviews previews;
    private final Approvals approvals;

    SettingPage(Settings settings, SettingDesk desk, SettingPreviews previews, Approvals approvals) {
        this.settings = settings;
        this.desk = desk;
        this.previews = previews;
        this.approvals = approvals;
    }

    /** With a number typed in, the page says what it would have done before anything is changed. */
    @GetMapping(ONE)
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            SettingForm form,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        Setting<?> setting = found(key);
        Optional<Wish> wish = form.isBlank() ? Optional.empty() : form.wish(setting, frame.now());
        MallId mall = mall(staff, setting, form);
        boolean unreadable = !form.isBlank() && wish.isEmpty();
        Why why = form.isBlank()
                ? null
                : desk.judge(setting, mall, wish.orElseGet(() -> form.fromNow(setting, frame.now())))
                        .orElse(null);
        if (why != null || unreadable) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        wish.filter(each -> why == null).ifPresent(each -> preview(setting, mall, each, frame, model));
        fill(staff, setting, form, why, unreadable, Cursor.read(after).number(0, Long.MAX_VALUE), frame, model);
        return "console/setting";
    }

    private void preview(Setting<?> setting, @Nullable MallId mall, Wish wish, Frame frame, Model model) {
        long number = desk.number(wish).orElseThrow();
        long today = settings.number(setting, mall, frame.now());
        model.addAttribute("wish", wish);
        model.addAttribute("wished", number);
        model.addAttribute("effect", previews.of(setting, number, today, mall, frame.now(), frame.words()));
    }

    @PostMapping(ONE)
    String change(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            SettingForm form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Setting<?> setting = found(key);
        mustMay(staff, setting, form.isOfHouse(setting));
        Optional<ChangeOutcome> outcome = form.wish(setting, frame.now())
                .map(wish -> desk.change(mall(staff, setting, form), wish, person(staff)));
        if (outcome.isPresent() && !(outcome.get() instanceof ChangeOutcome.Refused)) {
            return done(setting, form.isOfHouse(setting), outcome.get(), frame, redirect);
        }
        Why why = outcome.isPresent() && outcome.get() instanceof ChangeOutcome.Refused refused ? refused.why() : null;
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        fill(staff, setting, form, why, outcome.isEmpty(), Long.MAX_VALUE, frame, model);
        return "console/setting";
    }

    @PostMapping(ONE + "/{id}/agreement")
    String agree(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            @PathVariable long id,
            Frame frame,
            RedirectAttributes redirect) {
        Setting<?> setting = found(key);
        boolean house = isOfHouse(setting, staff, id);
        ChangeOutcome outcome = switch (approvals.decide(staff, SecondPerson.SETTING, Long.toString(id), true, "")) {
            case ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason reason)
            when reason == Reason.OWN -> new ChangeOutcome.Refused(Why.OWN_CHANGE);
            case ApprovalAnswer.NotAllowed no -> new ChangeOutcome.Refused(Why.OVER);
            case ApprovalAnswer.NotNow no -> new ChangeOutcome.Refused(Why.OVER);
            case ApprovalAnswer.NeedsAnother another -> new ChangeOutcome.Waiting(changed(key, staff, id));
            case ApprovalAnswer.Decided decided -> new ChangeOutcome.Changed(changed(key, staff, id));
        };
        return done(setting, house, outcome, frame, redirect);
    }

    @PostMapping(ONE + "/{id}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String key,
            @PathVariable long id,
            Frame frame,
            RedirectAttributes redirect) {
        Setting<?> setting = found(key);
        boolean house = isOfHouse(setting, staff, id);
        return done(setting, house, desk.withdraw(key, staff.tenantId(), id, person(staff)), frame, redirect);
    }

    private SettingChange changed(String key, StaffMember staff, long id) {
        return desk.find(key, staff.tenantId(), id).orElseThrow();
    }

    /** Whose number a change is about, for somebody who may decide about it; 404 for a change of another setting or mall. */
    private boolean isOfHouse(Setting<?> setting, StaffMember staff, long id) {
        boolean house = desk.find(setting.key(), staff.tenantId(), id)
                .map(each -> each.mall() == null)
                .orElseThrow(() -> Problem.notFound("settings.unknown"));
        mustMay(staff, setting, house);
        return house;
    }

    private String done(
            Setting<?> setting, boolean house, ChangeOutcome outcome, Frame frame, RedirectAttributes redirect) {
        var words = frame.words();
        Frame.Flash flash = switch (outcome) {
            case ChangeOutcome.Changed changed
            when changed.change().withdrawn() != null ->
                new Frame.Flash(Tone.DONE, words.word("settings.done.withdrawn"));
            case ChangeOutcome.Changed changed ->
                new Frame.Flash(
                        Tone.DONE,
                        words.word(
                                "settings.done",
                                SettingWords.of(setting, words)
                                        .with(changed.change().number())));
            case ChangeOutcome.Waiting waiting -> new Frame.Flash(Tone.AT_RISK, words.word("settings.done.waiting"));
            case ChangeOutcome.Overtaken overtaken ->
                new Frame.Flash(
                        Tone.LATE,
                        words.word(
                                "settings.overtaken",
                                SettingRow.by(overtaken.by().by(), words)));
            case ChangeOutcome.Refused refused ->
                new Frame.Flash(Tone.LATE, words.word("settings.refused." + refused.why()));
            case ChangeOutcome.Unknown unknown -> throw Problem.notFound("settings.unknown");
        };
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + SettingsPage.AT + "/" + setting.key() + (house && setting.perMall() ? "?house=true" : "");
    }

    private void fill(
            StaffMember staff,
            Setting<?> setting,
            SettingForm form,
            @Nullable Why why,
            boolean unreadable,
            long before,
            Frame frame,
            Model model) {
        boolean house = form.isOfHouse(setting);
        MallId mall = mall(staff, setting, form);
        long now = settings.number(setting, mall, frame.now());
        List<SettingChange> history = desk.history(setting.key(), mall, before, PAGE + 1);
        model.addAttribute("setting", setting);
        model.addAttribute("sentence", SettingWords.of(setting, frame.words()));
        model.addAttribute("now", now);
        model.addAttribute("house", house);
        model.addAttribute("mayChange", SettingRule.mayChange(staff, setting, house));
        model.addAttribute("reader", staff.id());
        model.addAttribute("number", form.numberField(now, why, setting, frame.words()));
        model.addAttribute("fields", form.fields(staff.may(Right.PLATFORM), setting, why, unreadable, frame.words()));
        model.addAttribute(
                "seen",
                desk.history(setting.key(), mall, Long.MAX_VALUE, 1).stream()
                        .map(SettingChange::id)
                        .findFirst()
                        .orElse(0L));
        model.addAttribute("rows", history.stream().limit(PAGE).toList());
        model.addAttribute(
                "next",
                history.size() > PAGE ? Cursor.after(history.get(PAGE - 1).id()) : null);
    }

    private static void mustMay(StaffMember staff, Setting<?> setting, boolean house) {
        if (!SettingRule.mayChange(staff, setting, house)) {
            throw Problem.forbidden("settings.problem.not-yours");
        }
    }

    private static @Nullable MallId mall(StaffMember staff, Setting<?> setting, SettingForm form) {
        return form.isOfHouse(setting) ? null : staff.tenantId();
    }

    private static Person person(StaffMember staff) {
        return new Person(staff.id(), staff.name());
    }

    private Setting<?> found(String key) {
        return settings.byKey(key).orElseThrow(() -> Problem.notFound("settings.unknown"));
    }
}
