package kr.dochak.portal.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import kr.dochak.pages.Field;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customer's own order history, on the page, on paper and as a file; every file leaves a row they can see (ORD-4). */
@Controller
@Framed(nav = "orders", title = "portal.history.title")
class HistoryPage {

    private final OrderHistories histories;
    private final People people;

    HistoryPage(OrderHistories histories, People people) {
        this.histories = histories;
        this.people = people;
    }

    @GetMapping("/orders/history")
    String page(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        Words words = frame.words();
        HistoryPeriod period = HistoryPeriod.of(from, to, frame.now());
        List<HistoryOrder> history = histories.of(people.behind(customer), period, words, frame.now());
        model.addAttribute("history", history);
        model.addAttribute("full", history.size() >= OrderHistories.MOST);
        model.addAttribute("query", period.query());
        model.addAttribute("chips", chips(period, Seoul.dateOf(frame.now()), words));
        model.addAttribute(
                "days",
                List.of(
                        Field.text(
                                        "from",
                                        words.word("portal.history.from"),
                                        period.from().toString())
                                .type("date")
                                .needed(),
                        Field.text(
                                        "to",
                                        words.word("portal.history.to"),
                                        period.to().toString())
                                .type("date")
                                .needed()));
        model.addAttribute(
                "total",
                history.stream()
                        .filter(order -> order.detail().summary().stands())
                        .mapToLong(order -> order.detail().amounts().total())
                        .sum());
        return "portal/history";
    }

    private static List<Tab> chips(HistoryPeriod chosen, LocalDate today, Words words) {
        return List.of(
                chip("month", new HistoryPeriod(today.minusMonths(1), today), chosen, words),
                chip("half", new HistoryPeriod(today.minusMonths(6), today), chosen, words),
                chip("year", new HistoryPeriod(today.minusYears(1), today), chosen, words),
                chip("five", new HistoryPeriod(today.minusYears(5), today), chosen, words));
    }

    private static Tab chip(String key, HistoryPeriod period, HistoryPeriod chosen, Words words) {
        return new Tab(
                words.word("portal.history.chip." + key), "/orders/history" + period.query(), period.equals(chosen));
    }

    @GetMapping("/orders/history.csv")
    void csv(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to)
            throws IOException {
        List<HistoryOrder> history = taken(customer, from, to, frame, "CSV");
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        new HistorySheet(frame.words()).csv(history, response.getWriter());
    }

    @GetMapping("/orders/history.xlsx")
    void xlsx(
            Frame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to)
            throws IOException {
        List<HistoryOrder> history = taken(customer, from, to, frame, "XLSX");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.xlsx\"");
        new HistorySheet(frame.words()).xlsx(history, response.getOutputStream());
    }

    /** A page made for paper: the browser prints it or keeps it as PDF. */
    @GetMapping("/orders/history/print")
    String print(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        HistoryPeriod period = HistoryPeriod.of(from, to, frame.now());
        model.addAttribute("history", taken(customer, from, to, frame, "PDF"));
        model.addAttribute(
                "period",
                frame.words()
                        .word(
                                "portal.history.period",
                                period.from().toString(),
                                period.to().toString()));
        return "portal/history-print";
    }

    private List<HistoryOrder> taken(CustomerLogin customer, String from, String to, Frame frame, String form) {
        HistoryPeriod period = HistoryPeriod.of(from, to, frame.now());
        people.ownDownload(customer.personId(), "주문 내역 내려받기 (" + form + ")", period.from() + " ~ " + period.to());
        return histories.of(people.behind(customer), period, frame.words(), frame.now());
    }
}
