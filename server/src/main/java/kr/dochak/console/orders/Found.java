package kr.dochak.console.orders;

import java.util.List;
import java.util.stream.Stream;

/** What a search found, by kind; a person is found with their orders. */
public record Found(String query, List<Hit> orders, List<Hit> cases, List<Hit> people) {

    /** One thing found: its name, what is said about it, its page, and its mall where there are several. */
    public record Hit(String title, String detail, String href, String mall) {}

    /** All hits. */
    public List<Hit> all() {
        return Stream.of(orders, cases, people).flatMap(List::stream).toList();
    }
}
