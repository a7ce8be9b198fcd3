package kr.dochak.care.tasks;

import java.util.List;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows; what is null or false does not narrow it.
 *
 * @param malls of these malls
 * @param about the orders and people that a search found; a task is about one of either
 * @param owners only those of these members of staff
 */
public record TaskFilter(
        Set<MallId> malls,
        @Nullable TaskKind kind,
        boolean overdue,
        @Nullable About about,
        @Nullable Set<Long> owners) {

    /** Of one mall, whoever has them. */
    public TaskFilter(MallId tenantId, @Nullable TaskKind kind, boolean overdue, @Nullable About about) {
        this(Set.of(tenantId), kind, overdue, about, null);
    }

    /** What a search found. */
    public record About(List<OrderId> orders, List<PersonId> people) {}
}
