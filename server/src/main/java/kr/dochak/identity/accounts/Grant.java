package kr.dochak.identity.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;

/**
 * What somebody is to be: their roles, and their malls, each with the most they approve there where it is not their roles' (BEN-4).
 */
public record Grant(Set<Long> roles, Map<MallId, Optional<Won>> malls) {

    /** What became of granting it. */
    public sealed interface Outcome {

        /** It is as was wished. */
        record Done(StaffAccount account) implements Outcome {}

        /** The account is not the administrator's to change. */
        record NotYours() implements Outcome {}

        /** Somebody without a mall could do nothing. */
        record NoMall() implements Outcome {}

        /** A role of all malls, or a mall, that the administrator does not have. */
        record Beyond() implements Outcome {}

        /** The administrator's own last right to administer, or the last administrator of a mall. */
        record LastAdministrator() implements Outcome {}
    }
}
