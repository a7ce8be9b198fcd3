package kr.dochak.alerts.sending;

import java.util.List;
import java.util.Map;
import kr.dochak.alerts.Severity;
import tools.jackson.databind.json.JsonMapper;

/** What a room of another service reads: each wants its own shape (docs/decisions/0030). Pure. */
public enum HookShape {
    /** An incoming webhook of Slack: blocks, with the text for what cannot show them. */
    SLACK {
        @Override
        Map<String, Object> body(Content content) {
            String text = "*" + escaped(content.title()) + "*\n" + escaped(content.body());
            return Map.of(
                    "text",
                    escaped(content.title()),
                    "blocks",
                    List.of(
                            Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text, 3_000))),
                            Map.of(
                                    "type",
                                    "actions",
                                    "elements",
                                    List.of(Map.of(
                                            "type",
                                            "button",
                                            "text",
                                            Map.of("type", "plain_text", "text", cut(content.openLabel(), 75)),
                                            "url",
                                            content.link())))));
        }

        /** Slack takes these three signs for its own. */
        private String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    },
    /** An incoming webhook of Kakao Work: a header, the text, a button that opens the browser. */
    KAKAO_WORK {
        @Override
        Map<String, Object> body(Content content) {
            return Map.of(
                    "text",
                    cut(content.title(), 500),
                    "blocks",
                    List.of(
                            Map.of(
                                    "type",
                                    "header",
                                    "text",
                                    cut(content.title(), 20),
                                    "style",
                                    content.severity() == Severity.GRAVE ? "red" : "yellow"),
                            Map.of("type", "text", "text", cut(content.title() + "\n" + content.body(), 500)),
                            Map.of(
                                    "type",
                                    "button",
                                    "text",
                                    cut(content.openLabel(), 20),
                                    "style",
                                    "default",
                                    "action",
                                    Map.of("type", "open_system_browser", "name", "open", "value", content.link()))));
        }
    },
    /** For any other service: plain fields. */
    PLAIN {
        @Override
        Map<String, Object> body(Content content) {
            return Map.of(
                    "kind",
                    content.kind(),
                    "severity",
                    content.severity().name(),
                    "text",
                    content.title() + "\n" + content.body(),
                    "link",
                    content.link());
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is to be read; it holds nothing about a person. */
    record Content(Severity severity, String kind, String title, String body, String openLabel, String link) {}

    abstract Map<String, Object> body(Content content);

    /** As it is sent. */
    String json(Content content) {
        return JSON.writeValueAsString(body(content));
    }

    /** Whether what was answered with a good status says that it was not taken after all. */
    static boolean refuses(String answer) {
        return answer.replace(" ", "").contains("\"success\":false");
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
