package kr.dochak.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import kr.dochak.database.Sql;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.shared.Hash;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In the demo there are people in every state, one who works both malls in one queue, and a team. */
@Component
class DemoPeople implements ApplicationRunner {

    private final IdentitySettings settings;
    private final StaffRepository staff;
    private final Malls malls;
    private final InvitationRepository invitations;
    private final AccountStates states;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DemoPeople(
            IdentitySettings settings,
            StaffRepository staff,
            Malls malls,
            InvitationRepository invitations,
            AccountStates states,
            JdbcClient jdbc,
            InstantSource clock) {
        this.settings = settings;
        this.staff = staff;
        this.malls = malls;
        this.invitations = invitations;
        this.states = states;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Optional<Mall> first = malls.byCode("rainbow");
        Optional<Mall> second = malls.byCode("hangang");
        Optional<String> password = staff.demoPassword();
        if (settings.demo() && first.isPresent() && second.isPresent() && password.isPresent()) {
            people(first.get(), second.get(), password.get());
        }
    }

    private void people(Mall first, Mall second, String password) {
        Instant now = clock.instant();
        if (add(first, "both@dochak.example", "류한결", password, Role.AGENT)) {
            long both = id("both@dochak.example");
            staff.worksFor(both, second.tenantId());
            team(both, id("agent@dochak.example"), id("lead@dochak.example"), now);
        }
        if (add(first, "invited@dochak.example", "남궁새봄", password, Role.WAREHOUSE)) {
            long invited = id("invited@dochak.example");
            jdbc.sql("update identity.staff set active = false, password_at = null where id = :id")
                    .param("id", invited)
                    .update();
            Instant until = now.plus(Duration.ofDays(3));
            invitations.put(invited, Hash.of(BrowserCookie.random()), id("admin@dochak.example"), now, until);
        }
        if (add(first, "locked@dochak.example", "심가람", password, Role.RETURNS)) {
            states.lock(id("locked@dochak.example"), now);
        }
        if (add(first, "left@dochak.example", "주아라", password, Role.AGENT)) {
            states.close(id("left@dochak.example"), now);
        }
    }

    private boolean add(Mall mall, String email, String name, String password, Role role) {
        return staff.add(mall.tenantId(), email, name, password, Set.of(role), true, clock.instant());
    }

    private long id(String email) {
        return staff.byEmail(email).orElseThrow().member().id();
    }

    private void team(long one, long other, long lead, Instant now) {
        jdbc.sql("""
                with made as (
                    insert into identity.team (name, created_at) values ('낮 상담팀', :now) on conflict do nothing returning id)
                insert into identity.team_member (team_id, staff_id, lead)
                select made.id, m.staff, m.staff = :lead from made, unnest(array [:one, :other, :lead]::bigint[]) as m (staff)
                """)
                .param("one", one)
                .param("other", other)
                .param("lead", lead)
                .param("now", Sql.at(now))
                .update();
    }
}
