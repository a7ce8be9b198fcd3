package kr.dochak.console.texts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.texts.TextDesk;
import kr.dochak.messaging.texts.TextLook;
import kr.dochak.messaging.texts.TextOutcome;
import kr.dochak.messaging.texts.TextVersion;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One text by one channel: in use, before, waiting, and the form for a new version in both languages (MSG-3). */
@Controller
@Framed(nav = "texts", title = "console.texts.title")
class TextPage {

    private final TextDesk desk;
    private final Staff staff;

    TextPage(TextDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping(TextsPlace.ONE)
    String page(
            @PathVariable String wording,
            @PathVariable String channel,
            @AuthenticationPrincipal StaffMember reader,
            Frame frame,
            Model model) {
        return fill(wording, channel(channel), null, List.of(), false, reader, frame, model);
    }

    /** As a customer would read it, before anybody is asked. */
    @PostMapping(TextsPlace.ONE + "/look")
    String look(
            @PathVariable String wording,
            @PathVariable String channel,
            TextForm form,
            @AuthenticationPrincipal StaffMember reader,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        ChannelName by = channel(channel);
        List<TextLook> looks = form.drafts(wording, by).stream().map(desk::look).toList();
        if (!looks.stream().allMatch(TextLook::isFit)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return fill(wording, by, form, looks, true, reader, frame, model);
    }

    @PostMapping(TextsPlace.ONE)
    String ask(
            @PathVariable String wording,
            @PathVariable String channel,
            TextForm form,
            @AuthenticationPrincipal StaffMember reader,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        ChannelName by = channel(channel);
        mustBe(desk.versions(wording, by));
        TextOutcome outcome = desk.ask(reader, form.drafts(wording, by));
        if (outcome instanceof TextOutcome.Unfit(List<TextLook> looks)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fill(wording, by, form, looks, false, reader, frame, model);
        }
        return done(wording, by, outcome, frame.words(), redirect);
    }

    /** Asks again for a version that was refused, taken back or in use before. */
    @PostMapping(TextsPlace.ONE + "/{id}/return")
    String again(
            @PathVariable String wording,
            @PathVariable String channel,
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        ChannelName by = channel(channel);
        one(wording, by, id);
        TextOutcome outcome = desk.again(reader, id).orElseThrow(() -> Problem.notFound("console.texts.unknown"));
        return done(wording, by, outcome, words, redirect);
    }

    @PostMapping(TextsPlace.ONE + "/{id}/withdrawal")
    String takeBack(
            @PathVariable String wording,
            @PathVariable String channel,
            @PathVariable long id,
            @AuthenticationPrincipal StaffMember reader,
            Words words,
            RedirectAttributes redirect) {
        ChannelName by = channel(channel);
        one(wording, by, id);
        boolean back = desk.takeBack(reader, id);
        return answer(wording, by, back ? Tone.DONE : Tone.AT_RISK, back ? "withdrawn" : "over", 0, words, redirect);
    }

    private static ChannelName channel(String name) {
        return Stream.of(ChannelName.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("console.texts.unknown"));
    }

    private static List<TextVersion> mustBe(List<TextVersion> versions) {
        if (versions.isEmpty()) {
            throw Problem.notFound("console.texts.unknown");
        }
        return versions;
    }

    private void one(String wording, ChannelName channel, long id) {
        if (desk.versions(wording, channel).stream()
                .noneMatch(each -> each.text().id() == id)) {
            throw Problem.notFound("console.texts.unknown");
        }
    }

    private String fill(
            String wording,
            ChannelName channel,
            @Nullable TextForm typed,
            List<TextLook> looks,
            boolean preview,
            StaffMember reader,
            Frame frame,
            Model model) {
        List<TextVersion> versions = mustBe(desk.versions(wording, channel));
        TextForm form = typed != null
                ? typed
                : TextForm.of(versions.stream()
                        .filter(each -> each.state() == TextVersion.State.ACTIVE)
                        .map(TextVersion::text)
                        .toList());
        model.addAttribute("wording", wording);
        model.addAttribute("channel", channel);
        model.addAttribute("at", at(wording, channel));
        model.addAttribute("rows", versions.stream().map(this::row).toList());
        model.addAttribute("fields", form.fields(channel, looks, frame.words()));
        model.addAttribute("looks", preview ? looks : List.of());
        model.addAttribute("variables", desk.variables(wording, frame.words().lang()));
        model.addAttribute("reader", reader.id());
        model.addAttribute("mayWrite", reader.may(Right.CARE_SET));
        return "console/text";
    }

    private VersionRow row(TextVersion version) {
        Long maker = version.makerId();
        return new VersionRow(
                version,
                maker == null ? "" : staff.byId(maker).map(StaffMember::name).orElse("#" + maker));
    }

    private static String at(String wording, ChannelName channel) {
        return TextsPlace.AT + "/" + wording + "/" + channel.name().toLowerCase(Locale.ROOT);
    }

    private static String done(
            String wording, ChannelName channel, TextOutcome outcome, Words words, RedirectAttributes redirect) {
        return switch (outcome) {
            case TextOutcome.Waiting(int texts) -> answer(wording, channel, Tone.DONE, "asked", texts, words, redirect);
            case TextOutcome.Unchanged same -> answer(wording, channel, Tone.AT_RISK, "same", 0, words, redirect);
            case TextOutcome.Unfit unfit -> answer(wording, channel, Tone.LATE, "unfit", 0, words, redirect);
        };
    }

    private static String answer(
            String wording,
            ChannelName channel,
            Tone tone,
            String did,
            int texts,
            Words words,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, words.word("console.texts.did." + did, texts)));
        return "redirect:" + at(wording, channel);
    }
}
