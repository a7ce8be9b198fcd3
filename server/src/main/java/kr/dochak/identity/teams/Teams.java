package kr.dochak.identity.teams;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.Administrators;
import kr.dochak.shared.OneLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams of the company and who is in them (IDN-1); administrators say who. */
@Component
public class Teams {

    private static final int LONGEST_NAME = 40;

    private final TeamRepository teams;
    private final Administrators administrators;
    private final Changes changes;
    private final InstantSource clock;

    Teams(TeamRepository teams, Administrators administrators, Changes changes, InstantSource clock) {
        this.teams = teams;
        this.administrators = administrators;
        this.changes = changes;
        this.clock = clock;
    }

    public List<Team> all() {
        return teams.all();
    }

    public Optional<Team> find(long teamId) {
        return teams.all().stream().filter(team -> team.id() == teamId).findFirst();
    }

    /** Whoever shares a team with this member, they themselves too; nobody for who is in none. */
    public Set<Long> together(StaffMember member) {
        return teams.together(member.id());
    }

    /** The people of the administrator's malls, of whom a team can be made. */
    public List<StaffMember> people(StaffMember admin) {
        return administrators.everybody().stream()
                .filter(member ->
                        admin.may(Right.PLATFORM) || member.malls().stream().anyMatch(admin.malls()::contains))
                .sorted(java.util.Comparator.comparing(StaffMember::name).thenComparing(StaffMember::id))
                .toList();
    }

    /** A team without anybody yet; nothing when its name is missing, too long or another's, or for who is no administrator. */
    @Transactional
    public OptionalLong add(StaffMember admin, String name) {
        String plain = OneLine.of(name).text();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || administrators.now(admin).isEmpty()) {
            return OptionalLong.empty();
        }
        Optional<Long> id = teams.add(plain, clock.instant());
        id.ifPresent(team -> administrators.note(admin, "team %d added".formatted(team)));
        return id.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** Says who is in it; whom the administrator does not see stays as they are. */
    @Transactional
    public boolean members(StaffMember admin, long teamId, Set<Long> wished, Set<Long> leads) {
        Optional<Team> team = find(teamId);
        if (team.isEmpty() || administrators.now(admin).isEmpty()) {
            return false;
        }
        Set<Long> seen = people(admin).stream().map(StaffMember::id).collect(Collectors.toSet());
        Set<Long> members = new HashSet<>(wished);
        members.retainAll(seen);
        Set<Long> leading = new HashSet<>(leads);
        leading.retainAll(members);
        team.get().members().stream()
                .filter(each -> !seen.contains(each.staffId()))
                .forEach(each -> {
                    members.add(each.staffId());
                    if (each.lead()) {
                        leading.add(each.staffId());
                    }
                });
        teams.members(teamId, members, leading);
        changes.note(
                Change.of("teams", teamId).house(true).with("members", ids(team.get()), new TreeSet<>(members)),
                admin.actor());
        administrators.note(
                admin,
                "team %d: staff %s".formatted(teamId, members.stream().sorted().toList()));
        return true;
    }

    private static Set<Long> ids(Team team) {
        return team.members().stream().map(Team.Member::staffId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ends a team; its people and their work stay. */
    @Transactional
    public boolean remove(StaffMember admin, long teamId) {
        if (find(teamId).isEmpty() || administrators.now(admin).isEmpty()) {
            return false;
        }
        teams.remove(teamId);
        administrators.note(admin, "team %d removed".formatted(teamId));
        return true;
    }
}
