package kr.dochak.identity;

import java.util.List;
import java.util.Optional;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** The members of staff, for naming owners and assigning work. */
@Component
public class Staff {

    private final StaffRepository repository;

    Staff(StaffRepository repository) {
        this.repository = repository;
    }

    /** The member with this id, also one who has left: old records still name them. */
    public Optional<StaffMember> byId(long staffId) {
        return repository.byId(staffId).map(StaffRepository.Row::member);
    }

    /** Those of a mall who work here now, by name. */
    public List<StaffMember> all(MallId tenantId) {
        return repository.active(tenantId);
    }
}
