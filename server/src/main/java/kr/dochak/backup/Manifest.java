package kr.dochak.backup;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup; its last entry, so that a file without one was never finished.
 *
 * @param format 1
 * @param madeAt by the clock of the machine
 * @param postgres the major version whose files these are
 * @param running whether the server worked meanwhile
 * @param rows of each table, counted while it was made; what a running server wrote after that may be more
 * @param files the SHA-256 of each entry
 */
record Manifest(
        int format,
        Instant madeAt,
        String postgres,
        boolean running,
        Map<String, Long> rows,
        Map<String, String> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /** What is written must be read by every later version, so nothing of it hangs on the settings of the API's JSON. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest of(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }
}
