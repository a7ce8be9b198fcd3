package kr.dochak.care.tasks;

import java.time.Instant;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/** A task to be opened; kind and subject together are its key. */
public record NewTask(
        TaskKind kind,
        String subject,
        MallId tenantId,
        PersonId personId,
        OrderId orderId,
        @Nullable ShipmentId shipmentId,
        @Nullable CaseId caseId,
        @Nullable Wish wished,
        @Nullable Wish before,
        @Nullable CaseOwner owner,
        Instant openedAt,
        Instant dueAt) {}
