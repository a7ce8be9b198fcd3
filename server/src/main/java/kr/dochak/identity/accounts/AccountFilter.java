package kr.dochak.identity.accounts;

import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows; what is null does not narrow it.
 *
 * @param text part of a name or of a mail address
 * @param roleId only who has this role
 */
public record AccountFilter(
        @Nullable String text,
        @Nullable Long roleId,
        @Nullable MallId mall,
        @Nullable AccountState state) {

    /** Everybody. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null, null);

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return text != null || roleId != null || mall != null || state != null;
    }
}
