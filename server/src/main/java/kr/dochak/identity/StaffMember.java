package kr.dochak.identity;

import java.util.Set;

/** A member of staff who is logged in, with what they may do (IDN-1). */
public record StaffMember(long id, long tenantId, String name, Set<Role> roles) {

    /** Least privilege first; a lead may do what an agent may, an admin everything. */
    public enum Role {
        AGENT,
        LEAD,
        OPERATOR,
        ADMIN
    }
}
