package kr.dochak.console.windows;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.Declaration;
import kr.dochak.calendar.DeclareOutcome;
import kr.dochak.calendar.DeclareOutcome.Why;
import kr.dochak.calendar.DeclaredDay;
import kr.dochak.calendar.Scope;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Tone;
import kr.dochak.promise.days.CalendarEffect;
import kr.dochak.promise.days.CalendarLook;
import kr.dochak.promise.days.CalendarLooks;
import kr.dochak.shared.BusinessCalendar.Holiday;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
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

/** 달력: public holidays, and the days that people declare beside them, with what these move (PRM-1, CAR-4). */
@Controller
@Framed(nav = "windows", title = "console.windows.title")
class CalendarPage {

    private static final String BACK = "redirect:" + WindowTabs.CALENDAR;

    private final Calendars calendars;
    private final CalendarLooks looks;
    private final Staff staff;
    private final WindowTabs tabs;

    CalendarPage(Calendars calendars, CalendarLooks looks, Staff staff, WindowTabs tabs) {
        this.calendars = calendars;
        this.looks = looks;
        this.staff = staff;
        this.tabs = tabs;
    }

    /** With a day typed in, the page says what it would move before anything is changed. */
    @GetMapping(WindowTabs.CALENDAR)
    String page(
            @AuthenticationPrincipal StaffMember member,
            CalendarForm form,
            @RequestParam(required = false) @Nullable Integer year,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        Optional<Declaration> wish = form.declaration(today);
        boolean unreadable = !form.isBlank() && wish.isEmpty();
        Optional<Why> why = wish.flatMap(each -> calendars.refusal(member, each));
        if (unreadable || why.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("fields", form.fields(scopes(member), why.orElse(null), unreadable, frame.words()));
        wish.filter(each -> why.isEmpty()).ifPresent(each -> preview(member, each, model));
        fill(member, year == null ? today.getYear() : year, frame, model);
        return "console/windows-calendar";
    }

    private void preview(StaffMember member, Declaration wish, Model model) {
        CalendarEffect effect = looks.effect(wish.day(), wish.scope(), wish.carrier(), member.tenantId());
        model.addAttribute("wish", wish);
        model.addAttribute("effect", effect);
    }

    @PostMapping(WindowTabs.CALENDAR)
    String declare(
            @AuthenticationPrincipal StaffMember member,
            CalendarForm form,
            Frame frame,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        LocalDate today = Seoul.dateOf(frame.now());
        Optional<DeclareOutcome> outcome = form.declaration(today).map(wish -> calendars.declare(member, wish));
        if (outcome.isPresent() && outcome.get() instanceof DeclareOutcome.Declared declared) {
            flash(redirect, "console.calendar.declared", declared.day(), frame);
            return BACK + "#day-" + declared.day().id();
        }
        Why why = outcome.isPresent() && outcome.get() instanceof DeclareOutcome.Refused refused ? refused.why() : null;
        if (why == Why.NOT_ALLOWED) {
            throw Problem.forbidden("console.problem.calendar-not-allowed");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fields", form.fields(scopes(member), why, outcome.isEmpty(), frame.words()));
        fill(member, today.getYear(), frame, model);
        return "console/windows-calendar";
    }

    /** Undone by declaring it again. */
    @PostMapping(WindowTabs.CALENDAR + "/{id}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable long id,
            Frame frame,
            RedirectAttributes redirect) {
        Optional<DeclaredDay> withdrawn = calendars.withdraw(member, id);
        DeclaredDay day = withdrawn.orElseThrow(() -> Problem.notFound("console.problem.calendar-gone"));
        flash(redirect, "console.calendar.withdrawn", day, frame);
        return BACK + "#day-" + id;
    }

    @PostMapping(WindowTabs.CALENDAR + "/{id}/return")
    String declareAgain(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable long id,
            Frame frame,
            RedirectAttributes redirect) {
        if (!(calendars.declareAgain(member, id) instanceof DeclareOutcome.Declared declared)) {
            throw Problem.conflict("calendar-day", "console.problem.calendar-not-again");
        }
        flash(redirect, "console.calendar.declared", declared.day(), frame);
        return BACK + "#day-" + declared.day().id();
    }

    private void flash(RedirectAttributes redirect, String key, DeclaredDay day, Frame frame) {
        Words words = frame.words();
        String date = KoreanTime.date(day.day(), Seoul.dateOf(frame.now()), words.locale());
        CalendarEffect effect = looks.effect(day.day(), day.scope(), day.carrier(), day.mall());
        redirect.addFlashAttribute(
                "flash", new Frame.Flash(Tone.DONE, words.word(key, date, day.name(), effect.looked())));
    }

    private void fill(StaffMember member, int year, Frame frame, Model model) {
        int thisYear = Seoul.dateOf(frame.now()).getYear();
        List<DeclaredDay> days = calendars.upcoming(member.tenantId());
        Map<Long, CalendarLook> byDay =
                looks.of(days.stream().map(DeclaredDay::id).toList());
        model.addAttribute("tabs", tabs.of(WindowTabs.CALENDAR, member, frame.words()));
        model.addAttribute("mayDeclare", !scopes(member).isEmpty());
        model.addAttribute("year", year);
        model.addAttribute("years", years(thisYear, year));
        model.addAttribute("lastYear", calendars.table().lastYear());
        model.addAttribute("holidays", holidays(year));
        model.addAttribute(
                "rows",
                days.stream().map(day -> row(day, byDay.get(day.id()), member)).toList());
    }

    private CalendarRow row(DeclaredDay day, @Nullable CalendarLook look, StaffMember member) {
        String declared = name(day.declared());
        String by = day.withdrawn() == null ? declared : declared + " → " + name(day.withdrawn());
        return new CalendarRow(day, by, look, calendars.mayDeclare(member, day.scope()));
    }

    private String name(DeclaredDay.Entry entry) {
        return staff.byId(entry.staffId()).map(StaffMember::name).orElse("");
    }

    private List<Holiday> holidays(int year) {
        return calendars.table().holidays().stream()
                .filter(each -> each.day().getYear() == year)
                .toList();
    }

    private List<Tab> years(int from, int chosen) {
        return IntStream.rangeClosed(from, Math.max(from, calendars.table().lastYear()))
                .mapToObj(each -> new Tab(String.valueOf(each), WindowTabs.CALENDAR + "?year=" + each, each == chosen))
                .toList();
    }

    private List<Scope> scopes(StaffMember member) {
        return Stream.of(Scope.MALL, Scope.CARRIER, Scope.CARRIERS, Scope.NATION)
                .filter(scope -> calendars.mayDeclare(member, scope))
                .toList();
    }
}
