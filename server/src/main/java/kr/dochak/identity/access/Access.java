package kr.dochak.identity.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look of staff at a person's data, as that person may read it.
 *
 * @param ip where from, when it came from a page
 * @param what which data, in words
 */
public record Access(Instant at, String staffName, @Nullable String ip, String what, String reason) {}
