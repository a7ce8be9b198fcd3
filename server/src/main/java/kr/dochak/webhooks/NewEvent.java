package kr.dochak.webhooks;

import java.time.Instant;
import kr.dochak.shared.MallId;

/**
 * Something to tell, before it has its number.
 *
 * @param subject what makes it the same event when it is heard of again
 * @param data what it says, without personal data
 */
record NewEvent(MallId tenantId, EventType type, String subject, Instant occurredAt, EventData data) {

    /** Two events with the same key are one. */
    record Key(MallId tenantId, String type, String subject) {}

    Key key() {
        return new Key(tenantId, type.code(), subject);
    }
}
