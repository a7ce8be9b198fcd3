package kr.dochak.orders;

import java.util.Arrays;
import kr.dochak.shared.Hash;
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
        return Hash.of(json.writeValueAsBytes(draft));
    }

    boolean matches(OrderDraft draft, byte[] known) {
        return Arrays.equals(of(draft), known);
    }
}
