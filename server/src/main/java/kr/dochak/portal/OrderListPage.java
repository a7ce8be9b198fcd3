package kr.dochak.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.vault.People;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** My orders. */
@Controller
@Framed(nav = "orders", title = "portal.orders.title")
class OrderListPage {

    private static final int PAGE = 20;
    /** How many orders are looked through at most to fill a page of open or of finished ones. */
    private static final int MOST_READ = 400;

    private static final int LONGEST_SEARCH = 60;

    private final Orders orders;
    private final OrderCards cards;
    private final People people;

    OrderListPage(Orders orders, OrderCards cards, People people) {
        this.orders = orders;
        this.cards = cards;
        this.people = people;
    }

    /** Which orders are shown. */
    enum Show {
        ALL,
        OPEN,
        DONE;

        boolean shows(OrderCard card) {
            return this == ALL || card.open() == (this == OPEN);
        }

        static Show of(String text) {
            return text.equals("open") ? OPEN : text.equals("done") ? DONE : ALL;
        }
    }

    @GetMapping("/")
    String home() {
        return "redirect:/orders";
    }

    @GetMapping("/orders")
    String list(
            Frame frame,
            @AuthenticationPrincipal CustomerLogin customer,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        ArrivalWords arrivals = new ArrivalWords(frame.words(), frame.now());
        String text = q.strip().length() > LONGEST_SEARCH ? q.strip().substring(0, LONGEST_SEARCH) : q.strip();
        Keyset<OrderCard> page = page(customer, Show.of(show), text, after, arrivals);
        model.addAttribute("page", page);
        model.addAttribute("headline", headline(page.items(), after, arrivals));
        model.addAttribute("tabs", tabs(Show.of(show), text, frame.words()));
        model.addAttribute("show", show);
        model.addAttribute("q", text);
        model.addAttribute("next", page.next() == null ? null : href(Show.of(show), text, page.next()));
        model.addAttribute("first", after == null ? null : href(Show.of(show), text, null));
        return "portal/orders";
    }

    private Keyset<OrderCard> page(
            CustomerLogin customer, Show show, String text, @Nullable String after, ArrivalWords arrivals) {
        List<OrderCard> found = new ArrayList<>();
        List<PersonId> customers = people.behind(customer);
        String cursor = after;
        int read = 0;
        do {
            Keyset<OrderSummary> some = text.isEmpty()
                    ? orders.ofPeople(customers, cursor, PAGE)
                    : orders.searchOfPeople(customers, text, cursor, PAGE);
            cards.of(some.items(), arrivals).stream().filter(show::shows).forEach(found::add);
            cursor = some.next();
            read += PAGE;
        } while (cursor != null && found.size() < PAGE && show != Show.ALL && read < MOST_READ);
        found.sort(OrderCards::byArrival);
        return new Keyset<>(found, cursor);
    }

    private static String headline(List<OrderCard> cards, @Nullable String after, ArrivalWords arrivals) {
        LocalDate day = Seoul.dateOf(arrivals.now());
        List<OrderCard> open = cards.stream()
                .filter(card -> card.awaited() && !Seoul.dateOf(card.when()).isBefore(day))
                .toList();
        Words words = arrivals.words();
        long today = open.stream()
                .filter(card -> Seoul.dateOf(card.when()).equals(day))
                .count();
        if (today > 0) {
            return words.word("portal.orders.today", today);
        }
        if (open.isEmpty() && cards.stream().anyMatch(OrderCard::open)) {
            return words.word("portal.orders.watching");
        }
        if (open.isEmpty()) {
            return words.word(after == null && !cards.isEmpty() ? "portal.orders.all-done" : "portal.orders.title");
        }
        return words.word(
                "portal.orders.next", arrivals.day(Seoul.dateOf(open.getFirst().when())));
    }

    private static List<Tab> tabs(Show chosen, String q, Words words) {
        return List.of(
                new Tab(words.word("portal.orders.all"), href(Show.ALL, q, null), chosen == Show.ALL),
                new Tab(words.word("portal.orders.open"), href(Show.OPEN, q, null), chosen == Show.OPEN),
                new Tab(words.word("portal.orders.done"), href(Show.DONE, q, null), chosen == Show.DONE));
    }

    private static String href(Show show, String q, @Nullable String after) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/orders");
        if (show != Show.ALL) {
            to.queryParam("show", show.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (!q.isEmpty()) {
            to.queryParam("q", "{q}");
        }
        if (after != null) {
            to.queryParam("after", after);
        }
        return q.isEmpty()
                ? to.build().toUriString()
                : to.encode().buildAndExpand(q).toUriString();
    }
}
