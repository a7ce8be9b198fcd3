package kr.dochak.messaging;

import java.time.Duration;
import java.util.List;
import kr.dochak.shared.MallId;

/**
 * How a mall reaches its customers; policy data, changed while running. Its routes go side by side, each from left to right.
 */
public record MessagingPolicy(
        MallId tenantId,
        List<List<ChannelName>> routes,
        List<List<ChannelName>> codeRoutes,
        Duration delayHold,
        Duration mergeWithin,
        int hourlyLimit,
        String careContact) {}
