package kr.dochak.identity.sessions;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which browser on which system, by the names that people know; the rest of what it sends is not kept. */
final class BrowserName {

    /** In the order in which they are looked for: each later one also stands in what an earlier one sends. */
    private static final List<List<String>> BROWSERS = List.of(
            List.of("KAKAOTALK", "KakaoTalk"),
            List.of("NAVER", "Naver"),
            List.of("Whale/", "Whale"),
            List.of("SamsungBrowser", "Samsung Internet"),
            List.of("Edg", "Edge"),
            List.of("Firefox/", "Firefox"),
            List.of("CriOS", "Chrome"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"));

    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Windows", "Windows"),
            List.of("Mac OS X", "Mac"),
            List.of("Linux", "Linux"));

    private BrowserName() {}

    /** {@code Chrome · Windows}; empty for what we do not know. */
    static String of(@Nullable String agent) {
        String text = agent == null ? "" : agent;
        return Stream.of(named(text, BROWSERS), named(text, SYSTEMS))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String named(String agent, List<List<String>> names) {
        return names.stream()
                .filter(each -> agent.contains(each.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
