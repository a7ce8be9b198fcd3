package kr.dochak.alerts;

import java.time.Instant;

/**
 * Why there is an alert. It names numbers of things only: what is sent to other services must hold nothing about a person.
 *
 * @param object what it is about, among all of its kind
 * @param subject the number or the name of it that staff read, or the key of a word behind {@code =}; empty where the kind says all
 * @param href where to act on it
 * @param weight how much hangs on it
 * @param since since when it stands so
 */
public record AlertCause(String object, String subject, String href, long weight, Instant since) {

    /** One thing. */
    public static AlertCause of(String object, String subject, String href, Instant since) {
        return new AlertCause(object, subject, href, 1, since);
    }
}
