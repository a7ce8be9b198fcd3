package kr.dochak.messaging.sending;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.shared.Seoul;
import tools.jackson.databind.JsonNode;

/** Asks NHN Cloud for a message by the key we gave it, when the answer to sending it never came. */
final class NhnQuery {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** The vendor's minutes are cut off, and its clock is not ours. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private NhnQuery() {}

    /** The address of the list of messages that were requested from {@code since} on under this key. */
    static String url(String messages, String key, Instant since, Instant now) {
        return messages + "?recipientGroupingKey=" + encode(key) + "&startRequestDate="
                + encode(MINUTE.format(Seoul.at(since.minus(MARGIN)))) + "&endRequestDate="
                + encode(MINUTE.format(Seoul.at(now.plus(MARGIN)))) + "&pageSize=15";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The message in the vendor's list; only an answer that is a list shows that it is not in it. */
    static SendResult read(VendorHttp.Answer answer, String key, Function<String, Verdict> meaning) {
        if (!(answer instanceof VendorHttp.Body body)) {
            return SendResult.of(Verdict.UNKNOWN, "not-asked");
        }
        JsonNode alimtalk = body.json().path("messageSearchResultResponse").path("messages");
        JsonNode list = alimtalk.isArray() ? alimtalk : body.json().path("body").path("data");
        if (!body.json().path("header").path("isSuccessful").asBoolean(false) || !list.isArray()) {
            return SendResult.of(Verdict.UNKNOWN, "not-answered");
        }
        for (JsonNode message : list) {
            if (message.path("recipientGroupingKey").asString("").equals(key)) {
                return found(message, meaning);
            }
        }
        return SendResult.of(Verdict.NOT_TAKEN, "not-taken");
    }

    private static SendResult found(JsonNode message, Function<String, Verdict> meaning) {
        String code = message.path("resultCode").asString("");
        Verdict verdict = code.isEmpty() ? Verdict.ACCEPTED : meaning.apply(code);
        return new SendResult(
                verdict,
                code.isEmpty() ? "accepted" : code,
                message.path("requestId").asString(""),
                message.path("recipientSeq").asInt(1));
    }

    static Map<String, String> secret(MessagingSettings.Nhn nhn) {
        return Map.of("X-Secret-Key", nhn.secret());
    }
}
