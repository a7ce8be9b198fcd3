package kr.dochak.messaging.sending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.keys.SenderKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results from NHN Cloud, which are written down before they are answered with 2xx. Its signature is the word typed
 * into the webhook settings and not an HMAC; it is compared in constant time, and without one configured nothing is
 * believed.
 */
@RestController
public class NhnWebhookController {

    private static final String SIGNATURE = "X-Toast-Webhook-Signature";

    private final SenderKeys keys;
    private final Deliveries deliveries;
    private final JsonMapper json;

    NhnWebhookController(SenderKeys keys, Deliveries deliveries, JsonMapper json) {
        this.keys = keys;
        this.deliveries = deliveries;
        this.json = json;
    }

    @PostMapping("/hooks/nhn/alimtalk")
    public ResponseEntity<Void> alimtalk(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature, @RequestBody String body) {
        return take(ChannelName.ALIMTALK, signature, body);
    }

    @PostMapping("/hooks/nhn/sms")
    public ResponseEntity<Void> sms(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature, @RequestBody String body) {
        return take(ChannelName.SMS, signature, body);
    }

    private ResponseEntity<Void> take(ChannelName channel, @Nullable String signature, String body) {
        if (!isOurs(signature)) {
            return ResponseEntity.status(401).build();
        }
        JsonNode event;
        try {
            event = json.readTree(body);
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().build();
        }
        if (event.path("event").asString("").equals("MESSAGE_RESULT_UPDATE")) {
            event.path("hooks").forEach(hook -> take(channel, hook));
        }
        return ResponseEntity.ok().build();
    }

    private void take(ChannelName channel, JsonNode hook) {
        String key = hook.path("recipientGroupingKey").asString("");
        String code = hook.path("resultCode").asString("");
        if (!code.isEmpty()) {
            deliveries.result(
                    channel,
                    key.isEmpty() ? null : key,
                    hook.path("requestId").asString(""),
                    hook.path("recipientSeq").asInt(0),
                    code);
        }
    }

    private boolean isOurs(@Nullable String signature) {
        String ours = keys.nhn().webhookSignature();
        return !ours.isBlank()
                && signature != null
                && MessageDigest.isEqual(
                        ours.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
