package kr.dochak.care.tasks;

import java.time.Instant;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * An act that was promised to a customer.
 *
 * @param subject what makes it the same act when its ground comes again
 * @param caseId the case it belongs to, if there is one
 * @param wished what the customer asks for, and {@code before} what held until then; of delivery requests only
 * @param owner who does it; null until somebody is named
 * @param overdueAt when it was found to be late
 * @param tries how often it was tried in vain
 * @param endedBy who ended it, by name; empty when an event did
 */
public record Task(
        long taskId,
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
        Instant dueAt,
        @Nullable Instant overdueAt,
        int tries,
        @Nullable Ending ending) {

    /** How it ended. */
    public record Ending(Outcome outcome, Instant at, String by, String note) {}

    /** What came of it; obsolete once an event has done it. */
    public enum Outcome {
        DONE,
        COULD_NOT,
        OBSOLETE
    }

    public boolean isOpen() {
        return ending == null;
    }

    /** Whether its time has passed. */
    public boolean isLate(Instant now) {
        return isOpen() && dueAt.isBefore(now);
    }
}
