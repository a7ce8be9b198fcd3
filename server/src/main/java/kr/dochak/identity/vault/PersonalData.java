package kr.dochak.identity.vault;

import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, in the clear; it never leaves the vault's callers, is never logged and never stored elsewhere.
 *
 * @param externalId the mall's own id of the customer
 * @param locale {@code ko} or {@code en}
 */
public record PersonalData(
        String externalId,
        String name,
        @Nullable String phone,
        @Nullable String email,
        String locale) {

    @Override
    public String toString() {
        return "PersonalData[…]";
    }
}
