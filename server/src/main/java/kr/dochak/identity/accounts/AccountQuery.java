package kr.dochak.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as lists: those of the reader's malls, and of all malls for who looks after all. */
@Repository
public class AccountQuery {

    private final JdbcClient jdbc;
    private final StaffMembers members;

    AccountQuery(JdbcClient jdbc, StaffMembers members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /** By name. */
    public Keyset<StaffAccount> page(StaffMember reader, AccountFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<StaffAccount> rows = whole(jdbc.sql("""
                        select s.*, s.tenant_id as at_work, i.sent_at, i.ends_at
                        from identity.staff s left join identity.invitation i on i.staff_id = s.id
                        where (:all or exists (select from identity.staff_mall m
                                               where m.staff_id = s.id and m.tenant_id = any (:malls::bigint[])))
                          and (:mall::bigint is null or exists (select from identity.staff_mall m
                                                                where m.staff_id = s.id and m.tenant_id = :mall))
                          and (:role::bigint is null or exists (select from identity.staff_role r
                                                                where r.staff_id = s.id and r.role_id = :role))
                          and (:text::text is null or strpos(lower(s.name), lower(:text)) > 0
                               or strpos(s.email, lower(:text)) > 0)
                          and (:state::text is null or :state = case
                               when i.staff_id is not null then 'INVITED' when s.active then 'ACTIVE'
                               when s.locked_at is not null then 'LOCKED' else 'LEFT' end)
                          and (:start or (s.name, s.id) > (:afterName, :afterId))
                        order by s.name, s.id
                        limit :limit
                        """)
                .param("all", reader.may(Right.PLATFORM))
                .param("malls", Sql.ids(reader.malls()))
                .param("mall", filter.mall() == null ? null : filter.mall().value())
                .param("role", filter.roleId())
                .param("text", filter.text())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("start", after.isStart())
                .param("afterName", after.isStart() ? "" : after.text(1))
                .param("afterId", after.number(0, 0))
                .param("limit", limit + 1));
        return Keyset.of(
                rows,
                limit,
                last -> Cursor.after(last.member().id(), last.member().name(), ""));
    }

    /** One account, where the reader may read it. */
    public Optional<StaffAccount> find(StaffMember reader, long staffId) {
        return byId(staffId).filter(account -> Administrators.sees(reader, account.member()));
    }

    Optional<StaffAccount> byId(long staffId) {
        return whole(jdbc.sql("""
                select s.*, s.tenant_id as at_work, i.sent_at, i.ends_at
                from identity.staff s left join identity.invitation i on i.staff_id = s.id
                where s.id = :id
                """).param("id", staffId)).stream().findFirst();
    }

    /** How many accounts the reader sees in each state. */
    public Map<AccountState, Integer> counts(StaffMember reader) {
        Map<AccountState, Integer> counts = new EnumMap<>(AccountState.class);
        jdbc.sql("""
                select case when i.staff_id is not null then 'INVITED' when s.active then 'ACTIVE'
                            when s.locked_at is not null then 'LOCKED' else 'LEFT' end as state, count(*) as people
                from identity.staff s left join identity.invitation i on i.staff_id = s.id
                where :all or exists (select from identity.staff_mall m
                                      where m.staff_id = s.id and m.tenant_id = any (:malls::bigint[]))
                group by 1
                """)
                .param("all", reader.may(Right.PLATFORM))
                .param("malls", Sql.ids(reader.malls()))
                .query(row -> {
                    counts.put(AccountState.valueOf(row.getString("state")), row.getInt("people"));
                });
        return counts;
    }

    /** Who can log in now, with their roles and malls. */
    List<StaffMember> active() {
        List<StaffMember> bare = jdbc.sql("select id, tenant_id, name from identity.staff where active")
                .query((row, index) -> StaffMembers.bare(
                        row.getLong("id"), new MallId(row.getLong("tenant_id")), row.getString("name")))
                .list();
        return List.copyOf(members.of(bare).values());
    }

    private List<StaffAccount> whole(JdbcClient.StatementSpec found) {
        List<StaffAccount> rows = found.query((row, index) -> account(row)).list();
        Map<Long, StaffMember> whole =
                members.of(rows.stream().map(StaffAccount::member).toList());
        return rows.stream()
                .map(row -> row.of(Objects.requireNonNull(whole.get(row.member().id()))))
                .toList();
    }

    private static StaffAccount account(ResultSet row) throws SQLException {
        boolean invited = row.getObject("ends_at") != null;
        boolean locked = row.getObject("locked_at") != null;
        AccountState state = invited
                ? AccountState.INVITED
                : row.getBoolean("active") ? AccountState.ACTIVE : locked ? AccountState.LOCKED : AccountState.LEFT;
        return new StaffAccount(
                StaffMembers.bare(row.getLong("id"), new MallId(row.getLong("at_work")), row.getString("name")),
                row.getString("email"),
                state,
                row.getBoolean("must_change"),
                Sql.instant(row, "password_at"),
                Sql.instant(row, invited ? "sent_at" : locked ? "locked_at" : "closed_at"),
                Sql.instant(row, "ends_at"));
    }
}
