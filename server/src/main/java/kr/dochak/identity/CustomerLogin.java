package kr.dochak.identity;

import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A customer who is logged in by one-time code, or who holds a signed link (then only for that order). */
public record CustomerLogin(PersonId personId, MallId tenantId, String locale) implements AuthenticatedPrincipal {

    /** The id, not the name: names stay in the vault. */
    @Override
    public String getName() {
        return "customer-" + personId;
    }
}
