package kr.dochak.simulator.vendors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.simulator.malls.Customer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** NHN Cloud's Alimtalk v2.3: accepted at once, the final result later by webhook. */
public final class Alimtalk {

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_RECIPIENTS = 1_000;

    private final Nhn nhn;
    private final Inbox inbox;
    private final Results results;
    private final Map<String, String> templates = new ConcurrentHashMap<>();

    public Alimtalk(String appKey, String secretKey, Inbox inbox, Results results) {
        this.nhn = new Nhn(appKey, secretKey);
        this.inbox = inbox;
        this.results = results;
    }

    /** Who asks, with which keys. */
    public record Asking(
            String appKey,
            @Nullable String secretKey,
            @Nullable String idempotencyKey) {}

    /** A template whose words are known is shown in full on the phone page. */
    public Map<String, Object> upload(JsonNode template) {
        templates.put(
                template.path("templateCode").asString(""),
                template.path("templateContent").asString(""));
        return Nhn.refusal(0, "SUCCESS");
    }

    public Map<String, Object> send(Asking asking, JsonNode request) {
        int keys = nhn.keyRefusal(asking.appKey(), asking.secretKey());
        if (keys != 0) {
            return Nhn.refusal(keys, keys == -1000 ? "Invalid appKey" : "Invalid secretKey");
        }
        JsonNode recipients = request.path("recipientList");
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            return Nhn.refusal(-2001, "recipientList must have 1 to 1000 recipients");
        }
        if (results.mood() == Mood.ERROR) {
            return Nhn.refusal(-9999, "System error");
        }
        return nhn.isRepeated(asking.idempotencyKey())
                ? Nhn.refusal(-1005, "Duplicated idempotency key")
                : accept(asking, request);
    }

    /** What was sent under this key, for a caller that never heard an answer. */
    public Map<String, Object> list(Asking asking, String groupingKey) {
        int keys = nhn.keyRefusal(asking.appKey(), asking.secretKey());
        if (keys != 0 || results.mood() == Mood.ERROR) {
            return Nhn.refusal(keys == 0 ? -9999 : keys, "refused");
        }
        List<Map<String, Object>> found = nhn.keptUnder(groupingKey);
        return Map.of(
                "header",
                Nhn.header(0, "SUCCESS"),
                "messageSearchResultResponse",
                Map.of("messages", found, "totalCount", found.size()));
    }

    private Map<String, Object> accept(Asking asking, JsonNode request) {
        String requestId = nhn.requestId(inbox.now());
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (JsonNode recipient : request.path("recipientList")) {
            int seq = accepted.size() + 1;
            accepted.add(accepted(recipient, seq));
            deliver(asking, request, recipient, requestId, seq);
        }
        Map<String, Object> message = Map.of(
                "requestId", requestId,
                "senderGroupingKey", request.path("senderGroupingKey").asString(""),
                "sendResults", accepted);
        return Map.of("header", Nhn.header(0, "SUCCESS"), "message", message);
    }

    private static Map<String, Object> accepted(JsonNode recipient, int seq) {
        return Map.of(
                "recipientSeq",
                seq,
                "recipientNo",
                recipient.path("recipientNo").asString(""),
                "resultCode",
                0,
                "resultMessage",
                "SUCCESS",
                "recipientGroupingKey",
                recipient.path("recipientGroupingKey").asString(""));
    }

    private void deliver(Asking asking, JsonNode request, JsonNode recipient, String requestId, int seq) {
        String phone = recipient.path("recipientNo").asString("");
        String code = request.path("templateCode").asString("");
        String text = text(code, recipient);
        String result = finalResult(phone, code, text);
        String now = inbox.now();
        if (result.equals("1000")) {
            inbox.receive(new Message("ALIMTALK", phone, code, null, text, now, asking.idempotencyKey()));
        } else {
            resend(asking, recipient, phone, result);
        }
        nhn.keep(recipient.path("recipientGroupingKey").asString(""), requestId, seq, phone, result);
        Map<String, Object> hook = new LinkedHashMap<>(Nhn.hook(requestId, seq, phone, result, now));
        hook.put("kakaoMessageType", "ALIMTALK");
        results.tell(asking.appKey(), hook);
    }

    /** By number, so that a test can choose: 7 at the end has no Kakao, 99 has blocked the channel. */
    static String finalResult(String phone, String templateCode, String text) {
        String digits = Customer.digits(phone);
        if (!digits.matches("01[016789]\\d{7,8}")) {
            return "3008";
        }
        if (templateCode.isBlank()) {
            return "3015";
        }
        if (text.length() > LONGEST_TEXT) {
            return "3014";
        }
        if (digits.endsWith("7")) {
            return "3019";
        }
        return digits.endsWith("99") ? "3020" : "1000";
    }

    /** When the sender asked the vendor to fall back, the vendor sends the text message itself. */
    private void resend(Asking asking, JsonNode recipient, String phone, String result) {
        JsonNode resend = recipient.path("resendParameter");
        if (resend.path("isResend").asBoolean(false) && List.of("3019", "3020").contains(result)) {
            String channel = resend.path("resendType").asString("SMS");
            String text = resend.path("resendContent").asString("");
            String title = resend.path("resendTitle").asString("");
            inbox.receive(new Message(channel, phone, null, title, text, inbox.now(), asking.idempotencyKey()));
        }
    }

    private String text(String code, JsonNode recipient) {
        String full = recipient.path("content").asString("");
        if (!full.isEmpty()) {
            return full;
        }
        StringBuilder listed = new StringBuilder();
        String known = templates.getOrDefault(code, "");
        for (Map.Entry<String, JsonNode> value :
                recipient.path("templateParameter").properties()) {
            known = known.replace("#{" + value.getKey() + "}", value.getValue().asString(""));
            listed.append(value.getKey())
                    .append(": ")
                    .append(value.getValue().asString(""))
                    .append('\n');
        }
        return known.isEmpty() ? listed.toString().strip() : known;
    }
}
