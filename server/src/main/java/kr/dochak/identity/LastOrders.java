package kr.dochak.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import kr.dochak.shared.PersonId;

/** When people last ordered, by which they tell whose orders are meant; the module that owns orders offers one as a bean. */
@FunctionalInterface
public interface LastOrders {

    /** When the newest order of any of them was placed. */
    Optional<Instant> lastOf(Collection<PersonId> personIds);
}
