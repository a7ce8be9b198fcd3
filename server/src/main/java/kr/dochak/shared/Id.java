package kr.dochak.shared;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A number that names one row of one kind, so that an order's is never taken for a shipment's. */
public sealed interface Id extends Serializable permits CaseId, MallId, OrderId, PersonId, PromiseId, ShipmentId {

    /** As the database has it. */
    long value();

    /** As the database has it, of an id that may be missing. */
    static @Nullable Long valueOf(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
