package kr.dochak.webhooks.sending;

import org.jspecify.annotations.Nullable;

/**
 * What an endpoint said to one request.
 *
 * @param code the status, or null when no answer came
 * @param beginning of the answer, or why there was none
 * @param retryAfterSeconds how long it asks to be left alone, else 0
 */
record Answer(@Nullable Integer code, String beginning, int tookMillis, int retryAfterSeconds) {

    private static final int GONE = 410;

    static Answer none(String why, int tookMillis) {
        return new Answer(null, why, tookMillis, 0);
    }

    boolean isTaken() {
        return code != null && code >= 200 && code < 300;
    }

    boolean isGone() {
        return code != null && code == GONE;
    }
}
