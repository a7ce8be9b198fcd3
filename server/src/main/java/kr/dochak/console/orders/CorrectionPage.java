package kr.dochak.console.orders;

import jakarta.servlet.http.HttpServletResponse;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.Words;
import kr.dochak.tracking.ShipmentView;
import kr.dochak.tracking.corrections.CorrectionOutcome;
import kr.dochak.tracking.corrections.Corrections;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 배송완료 정정: a delivery that was none, asked about before it is corrected, and the way back (TRK-8). */
@Controller
@RequestMapping("/console/orders/{id}/parcels/{shipment}/correction")
@Framed(nav = "order-list", title = "console.correction.title")
class CorrectionPage {

    private final Corrections corrections;
    private final Traces traces;

    CorrectionPage(Corrections corrections, Traces traces) {
        this.corrections = corrections;
        this.traces = traces;
    }

    @GetMapping
    String ask(
            @PathVariable OrderId id,
            @PathVariable ShipmentId shipment,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        return ask(id, shipment, staff, "", "", frame, model);
    }

    private String ask(
            OrderId id, ShipmentId shipment, StaffMember staff, String reason, String error, Frame frame, Model model) {
        OrderSummary order = traces.order(id, staff).summary();
        model.addAttribute("order", order);
        model.addAttribute("parcel", parcel(id, shipment, staff));
        model.addAttribute(
                "field",
                Field.area("reason", frame.words().word("console.correction.reason"), reason)
                        .needed()
                        .help(frame.words().word("console.correction.reason.help"))
                        .error(error));
        return "console/correction";
    }

    @PostMapping
    String correct(
            @PathVariable OrderId id,
            @PathVariable ShipmentId shipment,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        parcel(id, shipment, staff);
        CorrectionOutcome outcome = corrections.correct(staff.tenantId(), shipment, staff.id(), reason);
        if (outcome instanceof CorrectionOutcome.BadReason(int longest)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(
                    id,
                    shipment,
                    staff,
                    reason,
                    frame.words().word("console.correction.reason.bad", longest),
                    frame,
                    model);
        }
        return back(id, outcome, "console.correction.done", frame.words(), redirect);
    }

    /** Takes the correction back: the delivery counts again. */
    @DeleteMapping
    String undo(
            @PathVariable OrderId id,
            @PathVariable ShipmentId shipment,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        parcel(id, shipment, staff);
        return back(
                id,
                corrections.undo(staff.tenantId(), shipment, staff.id()),
                "console.correction.undone",
                words,
                redirect);
    }

    /** A parcel that carries this order; one of another mall does not exist. */
    private ShipmentView parcel(OrderId id, ShipmentId shipment, StaffMember staff) {
        return corrections
                .find(staff.tenantId(), shipment)
                .filter(view -> view.orders().stream()
                        .anyMatch(carried -> carried.orderId().equals(id)))
                .orElseThrow(() -> Problem.notFound("console.correction.unknown"));
    }

    private static String back(
            OrderId id, CorrectionOutcome outcome, String done, Words words, RedirectAttributes redirect) {
        String key = switch (outcome) {
            case CorrectionOutcome.Done did -> done;
            case CorrectionOutcome.NotDelivered not -> "console.correction.not-delivered";
            case CorrectionOutcome.NothingToUndo none -> "console.correction.nothing";
            case CorrectionOutcome.Unknown unknown -> throw Problem.notFound("console.correction.unknown");
            case CorrectionOutcome.BadReason bad -> "console.correction.reason.missing";
        };
        Tone tone = outcome instanceof CorrectionOutcome.Done ? Tone.DONE : Tone.AT_RISK;
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, words.word(key)));
        return "redirect:/console/orders/" + id;
    }
}
