package kr.dochak.simulator.inquiry;

import kr.dochak.simulator.wire.Json;

/** What goes over the wire. */
public record Saying(int status, String type, String body, int delayMillis) {

    static Saying json(Object value) {
        return new Saying(200, "application/json;charset=UTF-8", Json.write(value), 0);
    }

    static Saying page(int status, String title, String content) {
        return new Saying(status, "text/html;charset=UTF-8", html(title, content), 0);
    }

    static String html(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="ko">
                <head><meta charset="UTF-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escaped(title), content);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    Saying after(int seconds) {
        return new Saying(status, type, body, seconds * 1_000);
    }
}
