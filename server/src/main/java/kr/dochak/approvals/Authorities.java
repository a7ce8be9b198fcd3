package kr.dochak.approvals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.StaffRole;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/** In whose names somebody decides at a moment: first their own, then those of colleagues who are away. */
@Component
class Authorities {

    private final Absences absences;
    private final StaffRepository staff;
    private final StaffMembers members;

    Authorities(Absences absences, StaffRepository staff, StaffMembers members) {
        this.absences = absences;
        this.staff = staff;
        this.members = members;
    }

    /** Those in these malls of theirs and in what is of the house. */
    List<Authority> of(StaffMember member, Collection<MallId> malls) {
        List<Authority> all = new ArrayList<>(own(member, places(malls)));
        for (Absence away : absences.runningFor(member)) {
            staff.byId(away.staffId())
                    .filter(StaffRepository.Row::active)
                    .map(StaffRepository.Row::member)
                    .ifPresent(absent -> all.addAll(own(absent, shared(absent, malls))));
        }
        return all;
    }

    /** Nobody stands in where the one who is away does not work. */
    private static Set<MallId> shared(StaffMember absent, Collection<MallId> malls) {
        return places(
                malls.stream().filter(mall -> absent.malls().contains(mall)).toList());
    }

    private static Set<MallId> places(Collection<MallId> malls) {
        Set<MallId> places = new LinkedHashSet<>(malls);
        places.add(MallId.DEFAULT);
        return places;
    }

    private List<Authority> own(StaffMember member, Set<MallId> places) {
        Set<Right> rights = member.roles().stream()
                .flatMap(role -> role.rights().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
        boolean elsewhere =
                places.stream().anyMatch(mall -> !mall.equals(MallId.DEFAULT) && !mall.equals(member.tenantId()));
        Map<MallId, Won> limits = elsewhere ? members.ownLimits(member.id()) : Map.of();
        Won ofRoles = member.roles().stream()
                .map(StaffRole::limit)
                .max(Comparator.naturalOrder())
                .orElse(Won.ZERO);
        return places.stream()
                .map(mall -> new Authority(
                        member.id(),
                        mall,
                        rights,
                        mall.equals(MallId.DEFAULT)
                                ? Won.ZERO
                                : mall.equals(member.tenantId()) ? member.limit() : limits.getOrDefault(mall, ofRoles)))
                .toList();
    }
}
