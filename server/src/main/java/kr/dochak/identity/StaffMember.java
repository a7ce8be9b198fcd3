package kr.dochak.identity;

import java.util.Set;
import kr.dochak.shared.MallId;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A member of staff who is logged in, with what they may do (IDN-1). */
public record StaffMember(long id, MallId tenantId, String name, Set<Role> roles) implements AuthenticatedPrincipal {

    /** Least privilege first; a lead may do what an agent may, an admin everything. */
    public enum Role {
        AGENT,
        LEAD,
        OPERATOR,
        ADMIN;

        private Set<Role> included() {
            return switch (this) {
                case AGENT -> Set.of(AGENT);
                case LEAD -> Set.of(AGENT, LEAD);
                case OPERATOR -> Set.of(OPERATOR);
                case ADMIN -> Set.of(values());
            };
        }
    }

    /** Whether they may do what this role may, by having it or one that includes it. */
    public boolean may(Role role) {
        return roles.stream().anyMatch(own -> own.included().contains(role));
    }

    @Override
    public String getName() {
        return name;
    }
}
