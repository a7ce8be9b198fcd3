package kr.dochak.messaging.sending;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message ready to go. It is in memory only and never logged.
 *
 * @param key the vendor's idempotency key
 * @param values the variables of the approved template
 */
record Outbound(
        String key,
        String to,
        String title,
        String body,
        @Nullable String vendorCode,
        Map<String, String> values,
        String mall,
        String language) {

    @Override
    public String toString() {
        return "Outbound[" + key + "]";
    }
}
