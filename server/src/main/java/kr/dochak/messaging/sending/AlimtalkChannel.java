package kr.dochak.messaging.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings.Nhn;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.messaging.sending.VendorHttp.Body;
import kr.dochak.messaging.sending.VendorHttp.None;
import tools.jackson.databind.JsonNode;

/** Kakao Alimtalk through NHN Cloud, API v2.3; an answer of 200 may still be a refusal. */
class AlimtalkChannel implements Channel {

    private static final String VENDOR_URL = "https://kakaotalk-bizmessage.api.nhncloudservice.com";

    private final Supplier<Nhn> keys;
    private final VendorHttp http;
    private final InstantSource clock;

    AlimtalkChannel(Supplier<Nhn> keys, VendorHttp http, InstantSource clock) {
        this.keys = keys;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return ChannelName.ALIMTALK;
    }

    @Override
    public boolean isOn() {
        Nhn nhn = keys.get();
        return !nhn.appKey().isBlank()
                && !nhn.secret().isBlank()
                && !nhn.senderKey().isBlank();
    }

    @Override
    public SendResult send(Outbound message) {
        Nhn nhn = keys.get();
        Map<String, String> headers = Map.of("X-Secret-Key", nhn.secret(), "X-NC-API-IDEMPOTENCY-KEY", message.key());
        return switch (http.post(messages(nhn), headers, body(nhn, message))) {
            case Body answer -> read(answer.json());
            case None none -> SendResult.of(none.verdict(), none.code());
        };
    }

    @Override
    public SendResult ask(Outbound message, Instant since) {
        Nhn nhn = keys.get();
        String url = NhnQuery.url(messages(nhn), message.key(), since, clock.instant());
        return NhnQuery.read(http.get(url, NhnQuery.secret(nhn)), message.key(), NhnResult::alimtalk);
    }

    @Override
    public Verdict meaning(String code) {
        return NhnResult.alimtalk(code);
    }

    private static String messages(Nhn nhn) {
        return (nhn.url().isBlank() ? VENDOR_URL : nhn.url()) + "/alimtalk/v2.3/appkeys/" + nhn.appKey()
                + (nhn.fullText() ? "/raw-messages" : "/messages");
    }

    private static Map<String, Object> body(Nhn nhn, Outbound message) {
        String to = Phone.digits(message.to());
        Map<String, Object> recipient = nhn.fullText()
                ? Map.of("recipientNo", to, "content", message.body(), "recipientGroupingKey", message.key())
                : Map.of(
                        "recipientNo",
                        to,
                        "templateParameter",
                        message.values(),
                        "recipientGroupingKey",
                        message.key());
        return Map.of(
                "senderKey",
                nhn.senderKey(),
                "templateCode",
                Objects.requireNonNullElse(message.vendorCode(), ""),
                "recipientList",
                List.of(recipient));
    }

    private static SendResult read(JsonNode answer) {
        JsonNode header = answer.path("header");
        int code = header.path("resultCode").asInt(Integer.MIN_VALUE);
        if (code == Integer.MIN_VALUE) {
            return SendResult.of(Verdict.UNKNOWN, "no-header");
        }
        JsonNode result = answer.path("message").path("sendResults").path(0);
        int own = result.path("resultCode").asInt(0);
        if (header.path("isSuccessful").asBoolean(false) && own == 0) {
            return new SendResult(
                    Verdict.ACCEPTED,
                    "accepted",
                    answer.path("message").path("requestId").asString(""),
                    result.path("recipientSeq").asInt(1));
        }
        return own != 0
                ? SendResult.of(NhnResult.alimtalk("" + own), "" + own)
                : SendResult.of(NhnResult.header(code), "" + code);
    }
}
