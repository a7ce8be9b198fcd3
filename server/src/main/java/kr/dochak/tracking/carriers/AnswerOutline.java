package kr.dochak.tracking.carriers;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What is stored of an answer that could not be read. Nobody knows where persons stand in it, so no word of it is stored.
 */
final class AnswerOutline {

    private static final int MOST_ELEMENTS = 400;

    private AnswerOutline() {}

    /** Title, elements and headings of a page: enough to see what the carrier changed. */
    static String outline(String body) {
        Document page = Jsoup.parse(body);
        String elements = page.getAllElements().stream()
                .limit(MOST_ELEMENTS)
                .map(AnswerOutline::element)
                .collect(Collectors.joining(" "));
        return (Persons.place(page.title()) + " " + elements).replace('\0', ' ').strip();
    }

    private static String element(Element element) {
        String heading = element.normalName().equals("th") ? "(" + Persons.place(element.ownText()) + ")" : "";
        return element.normalName()
                + (element.id().isEmpty() ? "" : "#" + element.id())
                + (element.className().isBlank()
                        ? ""
                        : "." + element.className().strip().replace(' ', '.'))
                + heading;
    }
}
