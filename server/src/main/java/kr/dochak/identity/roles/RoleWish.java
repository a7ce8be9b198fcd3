package kr.dochak.identity.roles;

import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.Won;

/** What a role is to be: its rights, and the most it approves (BEN-4). */
public record RoleWish(Set<Right> rights, Won limit) {

    /** As the role is now. */
    public static RoleWish of(StaffRole role) {
        return new RoleWish(role.rights(), role.limit());
    }
}
