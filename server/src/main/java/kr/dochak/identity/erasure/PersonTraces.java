package kr.dochak.identity.erasure;

import java.util.List;
import java.util.Map;
import kr.dochak.shared.PersonId;

/**
 * What one module holds of people, and the only way by which an erasure or a copy reaches into it (IDN-3). A module brings it
 * as a bean; each call is inside a transaction of the caller's, and may come twice.
 */
public interface PersonTraces {

    /** The module's own name, as steps and certificates say it. */
    String module();

    /** What of this person must end before they can be erased, such as parcels under way. */
    default List<Hindrance> hindrances(PersonId person) {
        return List.of();
    }

    /** What law keeps of this person, in the clear; asked before anything is forgotten. */
    default List<LegalRecord> keptByLaw(PersonId person) {
        return List.of();
    }

    /** Destroys what is not kept; answers how many rows had something of the person in them. Nothing is left to do twice. */
    int forget(PersonId person);

    /** Everything that is held of the person, by its name in {@code privacy.export.*} of the words; in the clear. */
    default Map<String, Object> export(PersonId person) {
        return Map.of();
    }
}
