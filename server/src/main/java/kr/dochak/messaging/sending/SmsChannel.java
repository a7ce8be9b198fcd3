package kr.dochak.messaging.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings.Nhn;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.messaging.sending.VendorHttp.Body;
import kr.dochak.messaging.sending.VendorHttp.None;
import kr.dochak.messaging.texts.SmsText;
import tools.jackson.databind.JsonNode;

/** Text messages through NHN Cloud, API v3.0: up to 90 bytes an SMS, above an LMS with a title. */
class SmsChannel implements Channel {

    private static final String VENDOR_URL = "https://sms.api.nhncloudservice.com";

    private final Supplier<Nhn> keys;
    private final VendorHttp http;
    private final InstantSource clock;

    SmsChannel(Supplier<Nhn> keys, VendorHttp http, InstantSource clock) {
        this.keys = keys;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return ChannelName.SMS;
    }

    @Override
    public boolean isOn() {
        Nhn nhn = keys.get();
        return !nhn.appKey().isBlank()
                && !nhn.secret().isBlank()
                && !nhn.smsSender().isBlank();
    }

    @Override
    public SendResult send(Outbound message) {
        Nhn nhn = keys.get();
        String text = SmsText.plain(message.body());
        boolean isShort = SmsText.isShort(text);
        Map<String, Object> body = new LinkedHashMap<>();
        if (!isShort) {
            body.put("title", SmsText.title(message.title()));
        }
        body.put("body", text);
        body.put("sendNo", Phone.digits(nhn.smsSender()));
        body.put(
                "recipientList",
                List.of(Map.of("recipientNo", Phone.digits(message.to()), "recipientGroupingKey", message.key())));
        Map<String, String> headers = Map.of("X-Secret-Key", nhn.secret(), "X-NC-API-IDEMPOTENCY-KEY", message.key());
        return switch (http.post(messages(nhn, isShort), headers, body)) {
            case Body answer -> read(answer.json());
            case None none -> SendResult.of(none.verdict(), none.code());
        };
    }

    @Override
    public SendResult ask(Outbound message, Instant since) {
        Nhn nhn = keys.get();
        boolean isShort = SmsText.isShort(SmsText.plain(message.body()));
        String url = NhnQuery.url(messages(nhn, isShort), message.key(), since, clock.instant());
        return NhnQuery.read(http.get(url, NhnQuery.secret(nhn)), message.key(), NhnResult::sms);
    }

    @Override
    public Verdict meaning(String code) {
        return NhnResult.sms(code);
    }

    private static String messages(Nhn nhn, boolean isShort) {
        return (nhn.url().isBlank() ? VENDOR_URL : nhn.url()) + "/sms/v3.0/appKeys/" + nhn.appKey() + "/sender/"
                + (isShort ? "sms" : "mms");
    }

    private static SendResult read(JsonNode answer) {
        JsonNode header = answer.path("header");
        int code = header.path("resultCode").asInt(Integer.MIN_VALUE);
        if (code == Integer.MIN_VALUE) {
            return SendResult.of(Verdict.UNKNOWN, "no-header");
        }
        JsonNode data = answer.path("body").path("data");
        JsonNode result = data.path("sendResultList").path(0);
        int own = result.path("resultCode").asInt(0);
        if (header.path("isSuccessful").asBoolean(false) && own == 0) {
            return new SendResult(
                    Verdict.ACCEPTED,
                    "accepted",
                    data.path("requestId").asString(""),
                    result.path("recipientSeq").asInt(1));
        }
        return own != 0
                ? SendResult.of(NhnResult.sms("" + own), "" + own)
                : SendResult.of(NhnResult.header(code), "" + code);
    }
}
