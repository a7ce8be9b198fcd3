package kr.dochak.console;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.benefits.Ledger;
import kr.dochak.benefits.LedgerVerdict;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.Compensations;
import kr.dochak.compensation.KeptAfterAll;
import kr.dochak.compensation.PublicRule;
import kr.dochak.compensation.RuleFigure;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 보상·혜택: the rules that hold, what they cost, and what was given. */
@Controller
@Framed(nav = "compensation", title = "console.compensation.title")
class CompensationPage {

    private static final int PAGE = 30;
    private static final int MOST_KEPT = 20;

    private final Compensations compensations;
    private final Ledger ledger;
    private final Orders orders;
    private final InstantSource clock;

    CompensationPage(Compensations compensations, Ledger ledger, Orders orders, InstantSource clock) {
        this.compensations = compensations;
        this.ledger = ledger;
        this.orders = orders;
        this.clock = clock;
    }

    /** The rules and what they gave in the last {@code days} days. */
    @GetMapping("/console/compensation")
    String page(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        int span = Math.clamp(days, 1, 366);
        Instant now = clock.instant();
        LocalDate first = Seoul.dateOf(now).minusDays(span - 1L);
        Instant from = first.atStartOfDay(Seoul.ZONE).toInstant();
        Keyset<Granted> page = compensations.recent(staff.tenantId(), after, PAGE);
        String next = page.next();
        KeptAfterAll kept = compensations.keptAfterAll(staff.tenantId(), from, now.plusSeconds(1), MOST_KEPT);
        Map<OrderId, OrderSummary> known = orders.summaries(Stream.concat(page.items().stream(), kept.latest().stream())
                .map(Granted::orderId)
                .distinct()
                .toList());
        List<PublicRule> rules = compensations.rules(staff.tenantId());
        Map<String, RuleFigure> figures = compensations.figures(staff.tenantId(), from, now.plusSeconds(1)).stream()
                .collect(Collectors.toMap(RuleFigure::ruleId, figure -> figure));
        model.addAttribute("rules", rules);
        model.addAttribute("mayVerify", staff.may(Right.PLATFORM));
        model.addAttribute("figures", figures);
        model.addAttribute("days", span);
        model.addAttribute("kept", kept);
        model.addAttribute("grants", page.items());
        model.addAttribute(
                "ruleOf",
                compensations.rulesOf(Stream.concat(page.items().stream(), kept.latest().stream())
                        .toList()));
        model.addAttribute("orders", known);
        model.addAttribute("first", after == null ? null : "/console/compensation?days=" + span);
        model.addAttribute("next", next == null ? null : "/console/compensation?days=" + span + "&after=" + next);
        return "console/compensation";
    }

    /** Recomputes the whole chain of the ledger (BEN-5). */
    @PostMapping("/console/compensation/verification")
    String verify(Words words, RedirectAttributes redirect) {
        Frame.Flash flash = switch (ledger.verify()) {
            case LedgerVerdict.Intact intact ->
                new Frame.Flash(
                        Tone.DONE,
                        words.word(
                                "console.compensation.intact",
                                intact.entries(),
                                intact.lastHash()
                                        .substring(
                                                0,
                                                Math.min(12, intact.lastHash().length()))));
            case LedgerVerdict.Broken broken ->
                new Frame.Flash(Tone.LATE, words.word("console.compensation.broken", broken.entryId()));
        };
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/console/compensation";
    }
}
