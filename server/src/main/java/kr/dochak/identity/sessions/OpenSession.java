package kr.dochak.identity.sessions;

import java.time.Instant;

/**
 * One log-in that stands, as its owner may read it.
 *
 * @param address where it was begun from
 * @param browser which browser said it is, such as {@code Chrome · Windows}; empty when it said nothing we know
 */
public record OpenSession(long id, String address, String browser, Instant startedAt, Instant seenAt, Instant endsAt) {}
