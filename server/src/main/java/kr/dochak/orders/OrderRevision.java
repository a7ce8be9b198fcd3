package kr.dochak.orders;

import java.time.Instant;
import java.util.List;

/** Who changed which fields of an order, when and why (ORD-2); the first revision is the order as it came. */
public record OrderRevision(int revision, Instant at, String who, String why, List<String> changed) {}
