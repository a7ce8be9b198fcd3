package kr.dochak.identity.vault;

import org.jspecify.annotations.Nullable;

/** Where a parcel goes, in the clear; kept in the vault under the customer's key, one record for each order. */
public record Recipient(
        String name, @Nullable String phone, @Nullable String postcode, String address1, String address2) {

    @Override
    public String toString() {
        return "Recipient[…]";
    }
}
