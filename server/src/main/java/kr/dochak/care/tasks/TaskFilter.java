package kr.dochak.care.tasks;

import java.util.List;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows; what is null or false does not narrow it.
 *
 * @param about the orders and people that a search found; a task is about one of either
 */
public record TaskFilter(
        MallId tenantId,
        @Nullable TaskKind kind,
        boolean overdue,
        @Nullable About about) {

    /** What a search found. */
    public record About(List<OrderId> orders, List<PersonId> people) {}
}
