package kr.dochak.orders;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether an order came again unchanged: a digest over everything it says. */
@Component
class OrderFingerprint {

    private final JsonMapper json;

    OrderFingerprint(JsonMapper json) {
        this.json = json;
    }

    byte[] of(OrderDraft draft) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(draft));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean matches(OrderDraft draft, byte[] known) {
        return Arrays.equals(of(draft), known);
    }
}
