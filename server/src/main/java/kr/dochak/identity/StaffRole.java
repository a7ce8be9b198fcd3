package kr.dochak.identity;

import java.util.Set;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/**
 * A role as it stands in this company: one that came with the product, changed or not, or one of its own (IDN-1).
 *
 * @param id its row; 0 for one as it came that stands in no row
 * @param shipped which one it was when it came; null for a role of the company's own
 * @param name its name, if the company gave it one
 * @param limit the most somebody with this role approves (BEN-4)
 * @param rights those of {@link Role#rights}, unless the company chose others
 */
public record StaffRole(
        long id, @Nullable Role shipped, @Nullable String name, Set<Right> rights, Won limit) {

    /** One as it came with the product. */
    public static StaffRole of(Role shipped) {
        return new StaffRole(0, shipped, null, shipped.rights(), shipped.limit());
    }
}
