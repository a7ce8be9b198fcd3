package kr.dochak.console.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.care.Cases;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.teams.Team;
import kr.dochak.identity.teams.Teams;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** Whose turn it is in a team that is given work: of those who may do it in that mall, who has the least in hand (CAR-5). */
@Component
public class TeamTurn {

    private final Teams teams;
    private final Staff staff;
    private final Cases cases;

    TeamTurn(Teams teams, Staff staff, Cases cases) {
        this.teams = teams;
        this.staff = staff;
        this.cases = cases;
    }

    /** The teams of which somebody may do such work in this mall. */
    public List<Team> able(MallId mall, Right right) {
        Set<Long> able = who(mall, right).stream().map(StaffMember::id).collect(Collectors.toSet());
        return teams.all().stream()
                .filter(team -> team.members().stream().anyMatch(member -> able.contains(member.staffId())))
                .toList();
    }

    /** The next of the team; nobody when none of them may do it there. */
    public Optional<StaffMember> next(long teamId, MallId mall, Right right) {
        Set<Long> members = teams.find(teamId).stream()
                .flatMap(team -> team.members().stream())
                .map(Team.Member::staffId)
                .collect(Collectors.toSet());
        List<StaffMember> able = who(mall, right).stream()
                .filter(member -> members.contains(member.id()))
                .toList();
        Map<Long, Integer> load = cases.load(able.stream().map(StaffMember::id).toList());
        return able.stream()
                .min(Comparator.<StaffMember>comparingInt(member -> load.getOrDefault(member.id(), 0))
                        .thenComparing(StaffMember::id));
    }

    private List<StaffMember> who(MallId mall, Right right) {
        return staff.all(mall).stream().filter(member -> member.may(right)).toList();
    }
}
