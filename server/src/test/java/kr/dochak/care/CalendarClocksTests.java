package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.calendar.Calendars;
import kr.dochak.calendar.Declaration;
import kr.dochak.calendar.DeclareOutcome;
import kr.dochak.calendar.DeclaredDay;
import kr.dochak.calendar.Scope;
import kr.dochak.care.record.SupportCase;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.BusinessHours;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A18, CAR-4: business clocks of cases follow the calendar, those that are open too. */
@ProductTest
class CalendarClocksTests {

    private static final Duration FIRST_REPLY = Duration.ofHours(24);

    private final CaseCast cast = new CaseCast();

    @Autowired
    private Cases cases;

    @Autowired
    private CalendarClocks clocks;

    @Autowired
    private Calendars calendars;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @Autowired
    private JdbcClient jdbc;

    private void businessClocks() {
        jdbc.sql("""
                insert into care.sla_policy
                    (tenant_id, urgency, clock, first_reply_minutes, solve_minutes, escalate_minutes)
                select :tenant, urgency, case urgency when 'HIGH' then 'REAL' else 'BUSINESS' end,
                       first_reply_minutes, solve_minutes, escalate_minutes
                from care.sla_policy where tenant_id = 0
                """).param("tenant", cast.tenant.value()).update();
    }

    private Instant firstReplyDue(CaseId caseId) {
        return cases.find(caseId).orElseThrow().firstReplyDueAt();
    }

    private DeclaredDay declared(LocalDate day) {
        StaffMember lead = new StaffMember(1, cast.tenant, "박팀장", Set.of(StaffMember.Role.LEAD));
        DeclareOutcome outcome =
                calendars.declare(lead, new Declaration(day, Scope.MALL, null, false, "창립기념일", "사내 공지"));
        world.settle();
        return ((DeclareOutcome.Declared) outcome).day();
    }

    @Test
    void A18_an_open_case_waits_for_its_malls_own_day_off_and_a_real_clock_does_not() {
        businessClocks();
        CaseId usual = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value());
        CaseId grave = new CaseId((CaseCast.taken(cases.write(new CaseCast().in(cast.tenant, "손을 베였어요")))
                        .caseId())
                .value());
        SupportCase before = cases.find(usual).orElseThrow();
        Instant real = firstReplyDue(grave);
        LocalDate today = Seoul.dateOf(clock.instant());
        BusinessCalendar law = calendars.table();
        DeclaredDay day = declared(law.plusBusinessDays(today, 1));
        BusinessCalendar own = calendars.current().businessOf(cast.tenant);
        assertThat(firstReplyDue(usual))
                .isEqualTo(own.plusBusinessTime(before.openedAt(), FIRST_REPLY, BusinessHours.NINE_TO_SIX))
                .isAfter(before.firstReplyDueAt());
        assertThat(cases.find(usual).orElseThrow().solveDueAt()).isAfter(before.solveDueAt());
        assertThat(firstReplyDue(grave)).isEqualTo(real);
        calendars.withdraw(new StaffMember(1, cast.tenant, "박팀장", Set.of(StaffMember.Role.LEAD)), day.id());
        world.settle();
        assertThat(firstReplyDue(usual)).isEqualTo(before.firstReplyDueAt());
        assertThat(cases.find(usual).orElseThrow().solveDueAt()).isEqualTo(before.solveDueAt());
    }

    @Test
    void A18_a_change_that_is_heard_of_twice_moves_a_clock_once() {
        businessClocks();
        CaseId usual = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value());
        LocalDate next = calendars.table().plusBusinessDays(Seoul.dateOf(clock.instant()), 1);
        DeclaredDay day = declared(next);
        Instant once = firstReplyDue(usual);
        clocks.follow(
                new CalendarChanged(day.id(), false, next, Scope.MALL, false, null, cast.tenant, clock.instant()));
        assertThat(firstReplyDue(usual)).isEqualTo(once);
    }

    @Test
    void A18_a_day_without_parcels_moves_no_clock_of_a_case() {
        businessClocks();
        CaseId usual = new CaseId(
                (CaseCast.taken(cases.write(cast.writes("택배 언제 와요?"))).caseId()).value());
        Instant before = firstReplyDue(usual);
        LocalDate next = calendars.table().plusBusinessDays(Seoul.dateOf(clock.instant()), 1);
        clocks.follow(new CalendarChanged(-7, false, next, Scope.CARRIERS, false, null, null, clock.instant()));
        assertThat(firstReplyDue(usual)).isEqualTo(before);
    }
}
