package kr.dochak.console.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.settings.SettingFile;
import kr.dochak.settings.SettingImport;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Seoul;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 설정 파일: all numbers out into a file, and in again after a look at what would be others (SET-1). */
@Controller
@Framed(nav = "settings", title = "settings.file.title")
class SettingFilePage {

    static final String AT = SettingsPage.AT + "/file";

    private final Settings settings;
    private final SettingImport imports;

    SettingFilePage(Settings settings, SettingImport imports) {
        this.settings = settings;
        this.imports = imports;
    }

    @GetMapping(AT)
    String page(@AuthenticationPrincipal StaffMember staff, Model model) {
        return page(FileLook.none("", ""), staff, model);
    }

    @GetMapping(AT + "/download")
    void download(@AuthenticationPrincipal StaffMember staff, Frame frame, HttpServletResponse response)
            throws IOException {
        String name = "dochak-settings-" + Seoul.dateOf(frame.now()) + ".txt";
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.getWriter().write(FileText.of(settings, staff.tenantId(), frame));
    }

    /** What the file would change; nothing is changed yet. */
    @PostMapping(AT + "/look")
    String look(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        FileLook look = looked(staff, text, reason, frame);
        if (!look.error().isEmpty() || !look.reasonError().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(look, staff, model);
    }

    @PostMapping(AT)
    String apply(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long seen,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        FileLook look = looked(staff, text, reason, frame);
        if (!look.mayApply()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(look, staff, model);
        }
        var outcome =
                imports.apply(staff.tenantId(), look.changes(), reason, seen, new Person(staff.id(), staff.name()));
        redirect.addFlashAttribute("flash", flash(outcome, frame));
        return "redirect:" + (outcome instanceof SettingImport.Outcome.Done ? SettingsPage.AT : AT);
    }

    private FileLook looked(StaffMember staff, String text, String reason, Frame frame) {
        SettingFile file = SettingFile.read(text);
        return FileLook.of(
                staff, text, reason, imports.seen(), imports.look(staff.tenantId(), file), file, frame.words());
    }

    private static Frame.Flash flash(SettingImport.Outcome outcome, Frame frame) {
        return switch (outcome) {
            case SettingImport.Outcome.Done done
            when done.waiting() > 0 ->
                new Frame.Flash(
                        Tone.AT_RISK, frame.words().word("settings.file.done.waiting", done.changed(), done.waiting()));
            case SettingImport.Outcome.Done done ->
                new Frame.Flash(Tone.DONE, frame.words().word("settings.file.done", done.changed()));
            case SettingImport.Outcome.Nothing nothing ->
                new Frame.Flash(Tone.LATE, frame.words().word("settings.file.moved"));
        };
    }

    private static String page(FileLook look, StaffMember staff, Model model) {
        model.addAttribute("look", look);
        model.addAttribute("mayChange", SettingRule.mayChangeAny(staff));
        return "console/settings-file";
    }
}
