package kr.dochak.console.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingDesk;
import kr.dochak.settings.SettingDesk.Latest;
import kr.dochak.settings.Settings;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 설정: every number that is policy, a sentence each, by who owns it (SET-1). */
@Controller
@Framed(nav = "settings", title = "settings.title")
class SettingsPage {

    static final String AT = "/console/settings";

    private final Settings settings;
    private final SettingDesk desk;

    SettingsPage(Settings settings, SettingDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @GetMapping(AT)
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(required = false) @Nullable Section section,
            Frame frame,
            Model model) {
        Section chosen = section == null ? Section.CARE : section;
        model.addAttribute("tabs", tabs(chosen, frame.words()));
        model.addAttribute("section", chosen);
        model.addAttribute("platform", staff.may(Right.PLATFORM));
        Map<Latest, SettingChange> latest = desk.latest(staff.tenantId());
        model.addAttribute(
                "rows",
                settings.all().stream()
                        .filter(each -> each.section() == chosen)
                        .map(each ->
                                SettingRow.of(each, staff, settings, last(each, latest), frame.now(), frame.words()))
                        .toList());
        return "console/settings";
    }

    private static @Nullable SettingChange last(Setting<?> setting, Map<Latest, SettingChange> latest) {
        SettingChange own = latest.get(new Latest(setting.key(), true));
        return own == null || !setting.perMall() ? latest.get(new Latest(setting.key(), false)) : own;
    }

    private static List<Tab> tabs(Section chosen, Words words) {
        return Arrays.stream(Section.values())
                .map(each -> new Tab(words.word("settings.section." + each), AT + "?section=" + each, each == chosen))
                .toList();
    }
}
