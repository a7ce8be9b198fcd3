package kr.dochak.console.goodwill;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import kr.dochak.compensation.Compensations;
import kr.dochak.compensation.goodwill.GoodwillDesk;
import kr.dochak.compensation.goodwill.GoodwillProposal;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 사과 보상: asks for something beyond the policy, and shows what became of it (BEN-4). */
@Controller
@Framed(nav = "order-list", title = "console.goodwill.title")
class GoodwillPage {

    private final GoodwillDesk desk;
    private final GoodwillRows rows;
    private final Orders orders;
    private final Compensations compensations;

    GoodwillPage(GoodwillDesk desk, GoodwillRows rows, Orders orders, Compensations compensations) {
        this.desk = desk;
        this.rows = rows;
        this.orders = orders;
        this.compensations = compensations;
    }

    @GetMapping(GoodwillPlace.AT)
    String page(
            @PathVariable OrderId id,
            @RequestParam(name = "case", defaultValue = "") String from,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            Model model) {
        return fill(id, from, staff, GoodwillForm.empty(), Set.of(), frame, model);
    }

    @PostMapping(GoodwillPlace.AT)
    String propose(
            @PathVariable OrderId id,
            @RequestParam(name = "case", defaultValue = "") String from,
            GoodwillForm form,
            @AuthenticationPrincipal StaffMember staff,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return switch (desk.propose(staff, form.wish(id))) {
            case GoodwillProposal.Given given -> back(id, from, Tone.DONE, "given", frame.words(), redirect);
            case GoodwillProposal.Proposed asked -> back(id, from, Tone.DONE, "asked", frame.words(), redirect);
            case GoodwillProposal.SentBefore twice -> back(id, from, Tone.NEUTRAL, "twice", frame.words(), redirect);
            case GoodwillProposal.UnknownOrder unknown -> throw Problem.notFound("console.order.unknown");
            case GoodwillProposal.Incomplete(Set<GoodwillProposal.Field> wrong) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield fill(id, from, staff, form, wrong, frame, model);
            }
        };
    }

    /** Who asked takes it back while nobody has decided. */
    @PostMapping(GoodwillPlace.AT + "/{goodwill}/withdrawal")
    String withdraw(
            @PathVariable OrderId id,
            @PathVariable long goodwill,
            @RequestParam(name = "case", defaultValue = "") String from,
            @AuthenticationPrincipal StaffMember staff,
            Words words,
            RedirectAttributes redirect) {
        order(id, staff);
        boolean own = desk.ofOrder(id).stream().anyMatch(each -> each.id() == goodwill && each.makerId() == staff.id());
        if (!own) {
            throw Problem.notFound("console.goodwill.unknown");
        }
        return desk.refuse(staff, goodwill)
                ? back(id, from, Tone.DONE, "withdrawn", words, redirect)
                : back(id, from, Tone.AT_RISK, "over", words, redirect);
    }

    private OrderSummary order(OrderId id, StaffMember staff) {
        return orders.find(id)
                .filter(each -> each.tenantId().equals(staff.tenantId()))
                .orElseThrow(() -> Problem.notFound("console.order.unknown"));
    }

    private String fill(
            OrderId id,
            String from,
            StaffMember staff,
            GoodwillForm form,
            Set<GoodwillProposal.Field> wrong,
            Frame frame,
            Model model) {
        model.addAttribute("order", order(id, staff));
        model.addAttribute("rows", rows.of(id));
        model.addAttribute("grants", compensations.ofOrder(id));
        model.addAttribute("fields", form.fields(wrong, frame.words()));
        model.addAttribute("key", form.key());
        model.addAttribute("alone", desk.aloneUpTo(staff));
        model.addAttribute("reader", staff.id());
        model.addAttribute("mayAsk", staff.may(Right.CASES_WORK));
        model.addAttribute("from", number(from));
        return "console/goodwill";
    }

    private static String number(String from) {
        return from.matches("\\d{1,18}") ? from : "";
    }

    private static String back(
            OrderId id, String from, Tone tone, String did, Words words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", new Frame.Flash(tone, words.word("console.goodwill.did." + did)));
        return "redirect:/console/orders/" + id + "/goodwill" + (number(from).isEmpty() ? "" : "?case=" + from);
    }
}
