package kr.dochak.messaging.policy;

import java.time.Duration;
import java.util.List;
import kr.dochak.messaging.ChannelName;
import kr.dochak.shared.MallId;

/**
 * How a mall reaches its customers; policy data, changed while running. Its routes go side by side, each from left to right.
 *
 * @param careContact who calls about a loss while nobody is named
 * @param contactWithin by when after a loss, a damage or a return; notices name that moment, and the task is due then
 * @param carrierAnswersWithin by when the customer of a silent parcel hears what its carrier says (TRK-4); named and due as well
 */
public record MessagingPolicy(
        MallId tenantId,
        List<List<ChannelName>> routes,
        List<List<ChannelName>> codeRoutes,
        Duration delayHold,
        Duration mergeWithin,
        int hourlyLimit,
        String careContact,
        Duration contactWithin,
        Duration carrierAnswersWithin) {}
