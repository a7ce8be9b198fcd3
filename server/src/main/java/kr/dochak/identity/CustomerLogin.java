package kr.dochak.identity;

import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A customer who is logged in by one-time code, or who holds a signed link (then only for that order). A mall may know one
 * customer as several people, as a guest who comes again: {@code People.behind} finds all of them.
 *
 * @param contact the blind index of the phone or e-mail that the code confirmed; null where none was
 */
public record CustomerLogin(
        PersonId personId,
        MallId tenantId,
        String locale,
        @Nullable String contact) implements AuthenticatedPrincipal {

    /** A person without a confirmed contact. */
    public CustomerLogin(PersonId personId, MallId tenantId, String locale) {
        this(personId, tenantId, locale, null);
    }

    /** The id, not the name: names stay in the vault. */
    @Override
    public String getName() {
        return "customer-" + personId;
    }
}
