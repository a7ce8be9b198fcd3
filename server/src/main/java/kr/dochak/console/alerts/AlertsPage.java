package kr.dochak.console.alerts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertFilter.Show;
import kr.dochak.alerts.AlertKinds;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 알림: what staff must know now, and what was (MSG-7). */
@Controller
@Framed(nav = "alerts", title = "alerts.page")
class AlertsPage {

    private static final int PAGE = 40;
    private static final int LONGEST_QUERY = 100;

    private final Alerts alerts;
    private final AlertKinds kinds;

    AlertsPage(Alerts alerts, AlertKinds kinds) {
        this.alerts = alerts;
        this.kinds = kinds;
    }

    @GetMapping(AlertsPlace.AT)
    String list(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Frame frame,
            Model model) {
        Show shown = named(Show.class, show).orElse(Show.RINGING);
        Severity grave = named(Severity.class, severity).orElse(null);
        String query = q.strip().substring(0, Math.min(LONGEST_QUERY, q.strip().length()));
        Keyset<Alert> page = alerts.page(staff, shown, grave, query, after, PAGE);
        String here = here(shown, grave, query);
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("tabs", tabs(shown, alerts.figures(staff), frame.words()));
        model.addAttribute("chips", chips(shown, grave, frame.words()));
        model.addAttribute("show", shown.name().toLowerCase(Locale.ROOT));
        model.addAttribute("query", query);
        model.addAttribute("narrowed", grave != null || !query.isEmpty());
        model.addAttribute("mayWork", staff.may(Right.ALERTS_WORK));
        model.addAttribute("maySet", staff.may(Right.ALERTS_SET));
        model.addAttribute("back", here);
        model.addAttribute("first", after == null ? null : here);
        model.addAttribute("next", page.next() == null ? null : here + "&after=" + page.next());
        return "console/alerts";
    }

    /** Where the link of a letter or a room leads: the one alert, with what it says and how it stands. */
    @GetMapping(AlertsPlace.AT + "/one/{id}")
    String one(@PathVariable long id, @AuthenticationPrincipal StaffMember staff, Model model) {
        model.addAttribute("row", row(found(staff, id)));
        model.addAttribute("mayWork", staff.may(Right.ALERTS_WORK));
        return "console/alert";
    }

    @PostMapping(AlertsPlace.AT + "/one/{id}/acknowledgement")
    String acknowledge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        boolean done = alerts.acknowledge(staff, found(staff, id), false);
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        done ? Tone.DONE : Tone.AT_RISK,
                        words.word(done ? "alerts.acknowledged" : "alerts.acknowledged.before")));
        return "redirect:" + back(back);
    }

    @PostMapping(AlertsPlace.AT + "/one/{id}/return")
    String ringOn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        boolean done = alerts.ringOn(staff, found(staff, id));
        redirect.addFlashAttribute(
                "flash",
                new Frame.Flash(
                        done ? Tone.DONE : Tone.AT_RISK, words.word(done ? "alerts.rings-on" : "alerts.rings-on.not")));
        return "redirect:" + back(back);
    }

    private Alert found(StaffMember staff, long id) {
        return alerts.find(staff, id).orElseThrow(() -> Problem.notFound("alerts.problem.unknown"));
    }

    private AlertRow row(Alert alert) {
        return new AlertRow(alert, kinds.byKey(alert.kind()).orElse(null));
    }

    private static String back(String back) {
        return back.matches("/console/alerts(\\?[a-z]+=[^\\s\\\\]*|/one/\\d{1,18})?") ? back : AlertsPlace.AT;
    }

    private static String here(Show show, @Nullable Severity severity, String query) {
        return AlertsPlace.AT + "?show=" + show.name().toLowerCase(Locale.ROOT)
                + (severity == null ? "" : "&severity=" + severity.name().toLowerCase(Locale.ROOT))
                + (query.isEmpty() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static List<Tab> tabs(Show shown, Alerts.Figures figures, Words words) {
        return List.of(
                new Tab(
                        words.word("alerts.show.RINGING"),
                        here(Show.RINGING, null, ""),
                        shown == Show.RINGING,
                        figures.ringing()),
                new Tab(words.word("alerts.show.OPEN"), here(Show.OPEN, null, ""), shown == Show.OPEN, figures.open()),
                new Tab(words.word("alerts.show.CLOSED"), here(Show.CLOSED, null, ""), shown == Show.CLOSED));
    }

    private static List<Tab> chips(Show shown, @Nullable Severity chosen, Words words) {
        return Stream.of(Severity.GRAVE, Severity.SERIOUS, Severity.NOTE)
                .map(each -> new Tab(
                        words.word("alerts.severity." + each),
                        here(shown, each == chosen ? null : each, ""),
                        each == chosen))
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> all, String text) {
        return Stream.of(all.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
