package kr.dochak.console.alerts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertKinds;
import kr.dochak.alerts.Alerts;
import kr.dochak.alerts.sending.AckLinks;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.pages.Framed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Acknowledges one alert from the letter about it, without a log-in (MSG-7). Opening the link asks only: scanners of mail open links, and a
 * click of a person is what counts.
 */
@Controller
@Framed(title = "alerts.link.title")
class AlertLinkPage {

    private final AckLinks links;
    private final Alerts alerts;
    private final AlertKinds kinds;
    private final StaffRepository staff;
    private final Changes changes;

    AlertLinkPage(AckLinks links, Alerts alerts, AlertKinds kinds, StaffRepository staff, Changes changes) {
        this.links = links;
        this.alerts = alerts;
        this.kinds = kinds;
        this.staff = staff;
        this.changes = changes;
    }

    /** What a link names: the alert, and the member of staff who got it and may still act on it. */
    private record Named(Alert alert, StaffMember staff) {}

    @GetMapping("/alerts/{token}")
    String ask(@PathVariable String token, HttpServletResponse response, Model model) {
        return named(token)
                .map(named -> page(named.alert(), token, false, response, model))
                .orElseGet(() -> gone(response));
    }

    @PostMapping("/alerts/{token}")
    String acknowledge(@PathVariable String token, HttpServletResponse response, Model model) {
        Named named = named(token).orElse(null);
        if (named == null) {
            return gone(response);
        }
        boolean done = alerts.acknowledge(named.staff(), named.alert(), true);
        if (done) {
            changes.note(
                    Change.of("alerts", named.alert().id()).as("alerts.one.acknowledgement"),
                    named.staff().actor());
        }
        Alert now = alerts.byLink(named.staff(), named.alert().id()).orElse(named.alert());
        return page(now, token, done, response, model);
    }

    private String page(Alert alert, String token, boolean done, HttpServletResponse response, Model model) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        model.addAttribute("row", new AlertRow(alert, kinds.byKey(alert.kind()).orElse(null)));
        model.addAttribute("token", token);
        model.addAttribute("done", done);
        return "console/alert-link";
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "console/alert-link-gone";
    }

    /** A link of somebody whose account was closed, or who may know of it no more, leads nowhere. */
    private Optional<Named> named(String token) {
        return links.read(token)
                .flatMap(claim -> staff.byId(claim.staffId())
                        .filter(StaffRepository.Row::active)
                        .map(StaffRepository.Row::member)
                        .filter(member -> member.may(Right.ALERTS_WORK))
                        .flatMap(member ->
                                alerts.byLink(member, claim.alertId()).map(alert -> new Named(alert, member))));
    }
}
