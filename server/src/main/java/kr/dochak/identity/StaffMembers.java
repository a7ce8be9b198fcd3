package kr.dochak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which roles and malls members of staff have; read anew for each request, so that a right that is taken is gone with the next. */
@Repository
public class StaffMembers {

    private final JdbcClient jdbc;

    StaffMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A member of whom no more is known yet than who they are and for which mall they are at work. */
    public static StaffMember bare(long id, MallId atWork, String name) {
        return new StaffMember(id, atWork, Set.of(atWork), name, List.of(), Won.ZERO);
    }

    /** These members with the malls and the roles that they have now, by their ids. */
    public Map<Long, StaffMember> of(Collection<StaffMember> bare) {
        Long[] ids = bare.stream().map(StaffMember::id).toArray(Long[]::new);
        Map<Long, List<StaffRole>> roles = roles(ids);
        Map<Long, List<Place>> places = places(ids).stream().collect(Collectors.groupingBy(Place::staffId));
        return bare.stream()
                .distinct()
                .collect(Collectors.toMap(
                        StaffMember::id,
                        each -> whole(
                                each,
                                roles.getOrDefault(each.id(), List.of()),
                                places.getOrDefault(each.id(), List.of()))));
    }

    private static StaffMember whole(StaffMember bare, List<StaffRole> roles, List<Place> places) {
        Won ofRoles = roles.stream()
                .map(StaffRole::limit)
                .max(Comparator.naturalOrder())
                .orElse(Won.ZERO);
        Won limit = places.stream()
                .filter(each -> each.tenantId().equals(bare.tenantId()))
                .map(Place::limit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ofRoles);
        Set<MallId> malls = places.stream().map(Place::tenantId).collect(Collectors.toUnmodifiableSet());
        return new StaffMember(bare.id(), bare.tenantId(), malls, bare.name(), roles, limit);
    }

    /** A mall that somebody works for, with a limit of their own there, if they have one. */
    private record Place(
            long staffId, MallId tenantId, @Nullable Won limit) {}

    private List<Place> places(Long[] staffIds) {
        return jdbc.sql("select staff_id, tenant_id, limit_won from identity.staff_mall where staff_id = any (:ids)")
                .param("ids", staffIds)
                .query((row, n) -> {
                    Long limit = row.getObject("limit_won", Long.class);
                    return new Place(
                            row.getLong("staff_id"),
                            new MallId(row.getLong("tenant_id")),
                            limit == null ? null : new Won(limit));
                })
                .list();
    }

    private Map<Long, List<StaffRole>> roles(Long[] staffIds) {
        Map<Long, List<StaffRole>> found = new HashMap<>();
        jdbc.sql("""
                select s.staff_id, r.*
                from identity.staff_role s join identity.role r on r.id = s.role_id
                where s.staff_id = any (:ids)
                order by r.rank, r.id
                """).param("ids", staffIds).query(row -> {
            found.computeIfAbsent(row.getLong("staff_id"), none -> new ArrayList<>())
                    .add(role(row));
        });
        return found;
    }

    /** What somebody approves in a mall by a number of their own; malls without one are missing. */
    public Map<MallId, Won> ownLimits(long staffId) {
        Map<MallId, Won> limits = new HashMap<>();
        places(new Long[] {staffId}).forEach(place -> {
            Won limit = place.limit();
            if (limit != null) {
                limits.put(place.tenantId(), limit);
            }
        });
        return limits;
    }

    /** All roles of the company, in the order in which roles are named. */
    public List<StaffRole> allRoles() {
        return jdbc.sql("select * from identity.role order by rank, id")
                .query((row, index) -> role(row))
                .list();
    }

    /** Gives a member the roles that came with the product under these names, beside those they have. */
    void give(long staffId, Set<Role> shipped) {
        jdbc.sql("""
                insert into identity.staff_role (staff_id, role_id)
                select :staff, id from identity.role where shipped = any (:shipped)
                on conflict do nothing
                """)
                .param("staff", staffId)
                .param("shipped", shipped.stream().map(Role::name).toArray(String[]::new))
                .update();
    }

    /** A role from its row. */
    public static StaffRole role(ResultSet row) throws SQLException {
        String name = row.getString("shipped");
        Role shipped = name == null ? null : Role.valueOf(name);
        Set<Right> own = rights(row);
        Long limit = row.getObject("limit_won", Long.class);
        return new StaffRole(
                row.getLong("id"),
                shipped,
                row.getString("name"),
                own == null ? Objects.requireNonNull(shipped).rights() : own,
                limit == null ? shipped == null ? Won.ZERO : shipped.limit() : new Won(limit));
    }

    /** The rights a company chose; null where they are as they came. One that this version does not know counts for nothing. */
    private static @Nullable Set<Right> rights(ResultSet row) throws SQLException {
        var chosen = row.getArray("rights");
        if (chosen == null) {
            return null;
        }
        List<String> names = List.of((String[]) chosen.getArray());
        EnumSet<Right> known = EnumSet.noneOf(Right.class);
        Arrays.stream(Right.values())
                .filter(each -> names.contains(each.name()))
                .forEach(known::add);
        return known;
    }
}
