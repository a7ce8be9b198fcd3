package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import org.jspecify.annotations.Nullable;

/** What is known of a case at the moment it is opened. */
public record NewCase(
        long tenantId,
        long personId,
        @Nullable Long orderId,
        @Nullable Long shipmentId,
        @Nullable Long promiseId,
        CaseType type,
        Urgency urgency,
        CaseChannel channel,
        String subject,
        Instant openedAt,
        SlaPolicy.Due due) {}
