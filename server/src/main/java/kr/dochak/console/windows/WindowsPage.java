package kr.dochak.console.windows;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import kr.dochak.console.DateText;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.promise.Promises;
import kr.dochak.promise.accuracy.Accuracy;
import kr.dochak.promise.accuracy.LaneCoverage;
import kr.dochak.promise.accuracy.LaneDwell;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.tracking.hubs.HubDwell;
import kr.dochak.tracking.hubs.HubDwells;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 도착 시간: whether windows hold, where they did not, and how long lanes and hubs take (PRM-2, INS-1). */
@Controller
@Framed(nav = "windows", title = "console.windows.title")
class WindowsPage {

    private static final int WEEKS = 12;
    private static final int PAGE = 30;
    private static final int WORST = 10;

    private final Accuracy accuracy;
    private final HubDwells dwells;
    private final Promises promises;
    private final WindowTabs tabs;
    private final InstantSource clock;

    WindowsPage(Accuracy accuracy, HubDwells dwells, Promises promises, WindowTabs tabs, InstantSource clock) {
        this.accuracy = accuracy;
        this.dwells = dwells;
        this.promises = promises;
        this.tabs = tabs;
        this.clock = clock;
    }

    @GetMapping(WindowTabs.CALIBRATION)
    String calibration(
            @AuthenticationPrincipal StaffMember staff,
            WindowFilters filters,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        fill(WindowTabs.CALIBRATION, staff, frame, model);
        MallId tenant = staff.tenantId();
        LocalDate monday = today().with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1L);
        Keyset<LaneCoverage> lanes =
                accuracy.lanes(tenant, filters.judged(), filters.onlyCarrier(), filters.search(), after, PAGE);
        model.addAttribute(
                "calibration",
                CoverageChart.of(
                        accuracy.weeks(tenant, filters.judged(), WEEKS), monday, WEEKS, filters.onlyCarrier()));
        model.addAttribute("warnings", accuracy.warnings(tenant));
        model.addAttribute("costs", promises.warningCosts());
        model.addAttribute("drifts", accuracy.drifts(tenant));
        model.addAttribute("lanes", lanes.items());
        model.addAttribute("stages", filters.stages(WindowTabs.CALIBRATION, frame.words()));
        narrow(WindowTabs.CALIBRATION, filters, after, lanes.next(), frame, model);
        return "console/windows";
    }

    @GetMapping(WindowTabs.LANES)
    String lanes(
            @AuthenticationPrincipal StaffMember staff,
            WindowFilters filters,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        fill(WindowTabs.LANES, staff, frame, model);
        Keyset<LaneDwell> lanes = accuracy.dwells(filters.onlyCarrier(), filters.search(), after, PAGE);
        model.addAttribute("lanes", lanes.items());
        narrow(WindowTabs.LANES, filters, after, lanes.next(), frame, model);
        return "console/windows-lanes";
    }

    /** The ten worst groups of a day, of yesterday when none is named. */
    @GetMapping(WindowTabs.HUBS)
    String hubs(
            @AuthenticationPrincipal StaffMember staff,
            WindowFilters filters,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        fill(WindowTabs.HUBS, staff, frame, model);
        Keyset<HubDwell> hubs = dwells.list(filters.onlyCarrier(), filters.place(), after, PAGE);
        model.addAttribute("hubs", hubs.items());
        narrow(WindowTabs.HUBS, filters, after, hubs.next(), frame, model);
        return "console/windows-hubs";
    }

    @GetMapping(WindowTabs.WORST)
    String worst(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String day,
            Frame frame,
            Model model) {
        fill(WindowTabs.WORST, staff, frame, model);
        LocalDate yesterday = today().minusDays(1);
        Optional<LocalDate> read = DateText.read(day, today().minusYears(1));
        LocalDate shown = read.filter(each -> !each.isAfter(yesterday)).orElse(yesterday);
        boolean unreadable = read.isEmpty() && !day.isBlank();
        model.addAttribute("unreadable", unreadable);
        model.addAttribute("typed", unreadable ? day : shown.toString());
        model.addAttribute("max", yesterday.toString());
        model.addAttribute("day", shown);
        model.addAttribute("newest", shown.equals(yesterday));
        model.addAttribute("groups", accuracy.worst(staff.tenantId(), shown, WORST));
        return "console/windows-worst";
    }

    private void fill(String path, StaffMember staff, Frame frame, Model model) {
        model.addAttribute("tabs", tabs.of(path, staff, frame.words()));
    }

    private static void narrow(
            String path,
            WindowFilters filters,
            @Nullable String after,
            @Nullable String next,
            Frame frame,
            Model model) {
        model.addAttribute("carriers", filters.carriers(frame.words()));
        model.addAttribute("search", filters.q() == null ? "" : filters.q());
        model.addAttribute("stage", filters.judged().name());
        model.addAttribute("clear", filters.narrowed() ? path : null);
        model.addAttribute("first", after == null ? null : filters.href(path, filters.judged(), null) + "#lanes");
        model.addAttribute("next", next == null ? null : filters.href(path, filters.judged(), next) + "#lanes");
    }

    private LocalDate today() {
        return Seoul.dateOf(clock.instant());
    }
}
