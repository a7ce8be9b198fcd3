package kr.dochak.connections;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in, as a whole.
 *
 * @param values by field; null when it was forgotten, as all but the last two of a connection are
 */
public record ConnectionChange(
        long id,
        String connection,
        @Nullable Map<String, String> values,
        long staffId,
        String staffName,
        Instant at,
        String reason) {

    @Override
    public String toString() {
        return "ConnectionChange[" + id + ", " + connection + "]";
    }
}
