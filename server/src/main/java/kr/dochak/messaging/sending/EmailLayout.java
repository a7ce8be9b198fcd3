package kr.dochak.messaging.sending;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The HTML side of a letter: the same words, the link as one large button, styles inline since mail programs want it so. */
final class EmailLayout {

    private EmailLayout() {}

    static String html(Outbound message) {
        StringBuilder body = new StringBuilder();
        for (String block : message.body().strip().split("\n\n")) {
            body.append(paragraph(block, message));
        }
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light"><title>%s</title></head>
                <body style="margin:0;background:#F7F8FA;color:#191F28;font:17px/1.5 Pretendard,-apple-system,'Apple SD Gothic Neo','Noto Sans KR',sans-serif;word-break:keep-all">
                <div style="max-width:560px;margin:0 auto;padding:24px 16px">
                <p style="margin:0 0 16px;font-weight:700;color:#4E5968">%s</p>
                <div style="background:#fff;border:1px solid #E5E8EB;border-radius:12px;padding:24px">
                %s</div></div></body></html>
                """.formatted(
                message.language(), HtmlUtils.htmlEscape(message.title()), HtmlUtils.htmlEscape(message.mall()), body);
    }

    /** A button leads where the template's own link leads, and nothing else does: anybody may call themselves a link. */
    private static String paragraph(String block, Outbound message) {
        String[] lines = block.split("\n");
        String last = lines[lines.length - 1];
        if (isOwnLink(last, message)) {
            String label = lines.length > 1 ? lines[0] : message.language().equals("en") ? "See details" : "자세히 보기";
            return """
                    <p style="margin:24px 0 0"><a href="%s" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2F5BEA;color:#fff;font-weight:600;text-decoration:none">%s</a></p>
                    """.formatted(HtmlUtils.htmlEscape(last), HtmlUtils.htmlEscape(label));
        }
        return "<p style=\"margin:0 0 16px\">" + HtmlUtils.htmlEscape(block).replace("\n", "<br>\n") + "</p>\n";
    }

    private static boolean isOwnLink(String line, Outbound message) {
        return (line.startsWith("https://") || line.startsWith("http://"))
                && message.values().entrySet().stream()
                        .anyMatch(
                                value -> value.getKey().toLowerCase(Locale.ROOT).endsWith("link")
                                        && value.getValue().equals(line));
    }
}
