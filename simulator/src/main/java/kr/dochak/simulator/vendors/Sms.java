package kr.dochak.simulator.vendors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.korea.KoreanBytes;
import kr.dochak.simulator.malls.Customer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** NHN Cloud's SMS v3.0: short and long text messages, counted in EUC-KR bytes. */
public final class Sms {

    private final Nhn nhn;
    private final Inbox inbox;
    private final Results results;

    public Sms(String appKey, String secretKey, Inbox inbox, Results results) {
        this.nhn = new Nhn(appKey, secretKey);
        this.inbox = inbox;
        this.results = results;
    }

    /** Short goes to /sender/sms, long to /sender/mms. */
    public Map<String, Object> send(Alimtalk.Asking asking, boolean isLong, JsonNode request) {
        int keys = nhn.keyRefusal(asking.appKey(), asking.secretKey());
        int code = keys == 0 ? refusal(isLong, request) : keys;
        if (code != 0) {
            return Nhn.refusal(code, "refused: " + code);
        }
        if (results.mood() == Mood.ERROR) {
            return Nhn.refusal(-9999, "System error");
        }
        return nhn.isRepeated(asking.idempotencyKey())
                ? Nhn.refusal(-1005, "Duplicated idempotency key")
                : accept(asking, isLong, request);
    }

    static int refusal(boolean isLong, JsonNode request) {
        int many = request.path("recipientList").size();
        if (many == 0 || many > 1_000) {
            return many == 0 ? -2001 : -2016;
        }
        if (request.path("sendNo").asString("").isBlank()) {
            return -2312;
        }
        String title = request.path("title").asString("");
        int ofTitle = isLong ? KoreanBytes.refusal(title, KoreanBytes.LMS_TITLE) : 0;
        int limit = isLong ? KoreanBytes.LMS_BODY : KoreanBytes.SMS_BODY;
        return ofTitle == 0 ? KoreanBytes.refusal(request.path("body").asString(""), limit) : ofTitle;
    }

    /** What was sent under this key, for a caller that never heard an answer. */
    public Map<String, Object> list(Alimtalk.Asking asking, String groupingKey) {
        int keys = nhn.keyRefusal(asking.appKey(), asking.secretKey());
        if (keys != 0 || results.mood() == Mood.ERROR) {
            return Nhn.refusal(keys == 0 ? -9999 : keys, "refused");
        }
        List<Map<String, Object>> found = nhn.keptUnder(groupingKey);
        return Map.of("header", Nhn.header(0, "SUCCESS"), "body", Map.of("data", found, "totalCount", found.size()));
    }

    private Map<String, Object> accept(Alimtalk.Asking asking, boolean isLong, JsonNode request) {
        String requestId = nhn.requestId(inbox.now());
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (JsonNode recipient : request.path("recipientList")) {
            int seq = accepted.size() + 1;
            String phone = recipient.path("recipientNo").asString("");
            accepted.add(
                    Map.of("recipientNo", phone, "resultCode", 0, "resultMessage", "SUCCESS", "recipientSeq", seq));
            nhn.keep(recipient.path("recipientGroupingKey").asString(""), requestId, seq, phone, finalResult(phone));
            deliver(asking, message(asking, isLong, request, phone), requestId, seq);
        }
        Map<String, Object> data = Map.of("requestId", requestId, "statusCode", "2", "sendResultList", accepted);
        return Map.of("header", Nhn.header(0, "SUCCESS"), "body", Map.of("data", data));
    }

    private Message message(Alimtalk.Asking asking, boolean isLong, JsonNode request, String phone) {
        @Nullable String title = isLong ? request.path("title").asString("") : null;
        String text = request.path("body").asString("");
        return new Message(isLong ? "LMS" : "SMS", phone, null, title, text, inbox.now(), asking.idempotencyKey());
    }

    private void deliver(Alimtalk.Asking asking, Message message, String requestId, int seq) {
        String result = finalResult(message.to());
        if (result.equals("1000")) {
            inbox.receive(message);
        }
        results.tell(asking.appKey(), Nhn.hook(requestId, seq, message.to(), result, message.at()));
    }

    /** Numbers ending in 00 have no subscriber. */
    static String finalResult(String phone) {
        String digits = Customer.digits(phone);
        if (!digits.matches("01[016789]\\d{7,8}")) {
            return "3003";
        }
        return digits.endsWith("00") ? "3001" : "1000";
    }
}
