package kr.dochak.console.texts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.texts.Template;
import kr.dochak.messaging.texts.TextDesk;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Framed;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 알림 문구: all situations in which customers are written (MSG-3). */
@Controller
@Framed(nav = "texts", title = "console.texts.title")
class TextsPage {

    private final TextDesk desk;

    TextsPage(TextDesk desk) {
        this.desk = desk;
    }

    @GetMapping(TextsPlace.AT)
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            Frame frame,
            Model model) {
        String query = Typed.search(q);
        boolean waits = show.equals("waiting");
        List<TextRow> all = rows(frame.words().lang());
        long waiting = all.stream().mapToLong(TextRow::waiting).sum();
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(each -> !waits || each.waiting() > 0)
                        .filter(each -> each.has(query.toLowerCase(Locale.ROOT)))
                        .toList());
        model.addAttribute("query", query);
        model.addAttribute("show", waits ? "waiting" : "");
        model.addAttribute("chips", chips(waits, waiting, frame.words()));
        return "console/texts";
    }

    private static List<Tab> chips(boolean waits, long waiting, Words words) {
        return List.of(
                new Tab(words.word("console.texts.all"), TextsPlace.AT, !waits),
                new Tab(words.word("console.texts.waiting"), TextsPlace.AT + "?show=waiting", waits, (int) waiting));
    }

    private List<TextRow> rows(String language) {
        Map<String, Long> waiting = desk.waiting().stream()
                .collect(Collectors.groupingBy(each -> each.text().wording(), Collectors.counting()));
        return desk.inUse().stream().collect(Collectors.groupingBy(Template::wording)).entrySet().stream()
                .map(each -> new TextRow(
                        each.getKey(),
                        title(each.getValue(), language),
                        each.getValue().stream()
                                .map(Template::channel)
                                .distinct()
                                .sorted(Comparator.comparing(ChannelName::ordinal))
                                .toList(),
                        waiting.getOrDefault(each.getKey(), 0L)))
                .sorted(Comparator.comparing(TextRow::wording))
                .toList();
    }

    private static String title(List<Template> texts, String language) {
        return texts.stream()
                .min(Comparator.comparing((Template each) -> !each.language().equals(language))
                        .thenComparing(Template::channel))
                .map(Template::title)
                .orElse("");
    }
}
