package kr.dochak.care.record;

import java.time.Instant;
import kr.dochak.care.clocks.SlaPolicy;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/** What is known of a case at the moment it is opened. */
public record NewCase(
        MallId tenantId,
        PersonId personId,
        @Nullable OrderId orderId,
        @Nullable ShipmentId shipmentId,
        @Nullable PromiseId promiseId,
        CaseType type,
        Urgency urgency,
        CaseChannel channel,
        String subject,
        Instant openedAt,
        SlaPolicy.Due due) {}
