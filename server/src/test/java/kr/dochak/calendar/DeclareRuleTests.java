package kr.dochak.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.dochak.calendar.DeclareOutcome.Why;
import kr.dochak.calendar.DeclaredDay.Entry;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A18: calendars change at run time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclareRuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final MallId MALL = new MallId(7);
    private static final BusinessCalendar KOREA = BusinessCalendar.korea();

    private static StaffMember member(Role role) {
        return new StaffMember(1, MALL, "이팀장", role == Role.PLATFORM ? Set.of(Role.ADMIN, role) : Set.of(role));
    }

    @ParameterizedTest(name = "{0} {1} {2} open={3} → {4}")
    @CsvSource(nullValues = "-", textBlock = """
            LEAD,     MALL,     2026-12-24, false, -
            LEAD,     MALL,     2026-11-23, false, -
            LEAD,     MALL,     2026-11-22, false, PAST
            LEAD,     MALL,     2031-11-24, false, FAR
            LEAD,     NATION,   2026-12-24, false, NOT_ALLOWED
            LEAD,     CARRIERS, 2026-12-24, false, NOT_ALLOWED
            LEAD,     CARRIER,  2026-12-24, false, NOT_ALLOWED
            OPERATOR, MALL,     2026-12-24, false, NOT_ALLOWED
            AGENT,    MALL,     2026-12-24, false, NOT_ALLOWED
            ADMIN,    MALL,     2026-12-24, false, -
            ADMIN,    NATION,   2026-12-24, false, NOT_ALLOWED
            ADMIN,    CARRIERS, 2027-08-14, false, NOT_ALLOWED
            ADMIN,    CARRIER,  2027-05-01, true,  NOT_ALLOWED
            PLATFORM, NATION,   2026-12-24, false, -
            PLATFORM, NATION,   2026-12-25, false, NO_CHANGE
            PLATFORM, NATION,   2026-12-25, true,  -
            PLATFORM, NATION,   2026-12-24, true,  NO_CHANGE
            PLATFORM, CARRIERS, 2027-08-14, false, -
            PLATFORM, CARRIER,  2027-05-01, true,  -
            """)
    void A18_who_may_declare_what(Role role, Scope scope, LocalDate day, boolean open, Why why) {
        Declaration wish = new Declaration(day, scope, new CarrierId("kr.hanjin"), open, "택배 없는 날", "택배사 공지");
        assertThat(DeclareRule.judge(wish, member(role), KOREA, TODAY).orElse(null))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            '',       왜,  kr.hanjin, NAME
            '   ',    왜,  kr.hanjin, NAME
            쉬는 날,  '',  kr.hanjin, REASON
            쉬는 날,  왜,  '',        CARRIER
            쉬는 날,  왜,  -,         CARRIER
            쉬는 날,  왜,  kr.hanjin, -
            """)
    void A18_a_day_says_what_it_is_and_why(String name, String reason, String carrier, Why why) {
        Declaration wish =
                new Declaration(TODAY.plusDays(9), Scope.CARRIER, CarrierId.ofNullable(carrier), false, name, reason);
        assertThat(DeclareRule.judge(wish, member(Role.PLATFORM), KOREA, TODAY).orElse(null))
                .isEqualTo(why);
        assertThat(DeclareRule.judge(
                        new Declaration(TODAY, Scope.MALL, null, false, "가".repeat(41), "왜"),
                        member(Role.PLATFORM),
                        KOREA,
                        TODAY))
                .contains(Why.NAME);
    }

    private static DeclaredDay day(String date, Scope scope, String carrier, boolean open, boolean holds) {
        Entry entry = new Entry(1, Instant.EPOCH);
        return new DeclaredDay(
                1,
                LocalDate.parse(date),
                scope,
                CarrierId.ofNullable(carrier),
                scope == Scope.MALL ? MALL : null,
                open,
                "이름",
                "까닭",
                entry,
                holds ? null : entry);
    }

    @Test
    void A18_a_business_day_of_the_law_and_a_day_of_the_carriers_are_different_calendars() {
        DeclaredDays days = DeclaredDays.of(
                3,
                KOREA,
                List.of(
                        day("2027-08-13", Scope.CARRIERS, null, false, true),
                        day("2027-08-13", Scope.CARRIER, "kr.epost", true, true),
                        day("2027-10-08", Scope.NATION, null, false, true),
                        day("2027-03-02", Scope.NATION, null, false, false)));
        LocalDate withoutParcels = LocalDate.of(2027, 8, 13);
        assertThat(days.nation().isBusinessDay(withoutParcels)).isTrue();
        assertThat(days.ofCarrier(new CarrierId("kr.hanjin")).isOpen(withoutParcels, true))
                .isFalse();
        assertThat(days.ofCarrier(new CarrierId("kr.epost")).isOpen(withoutParcels, true))
                .isTrue();
        assertThat(days.nation().isBusinessDay(LocalDate.of(2027, 10, 8))).isFalse();
        assertThat(days.nation().isFamilyHoliday(LocalDate.of(2027, 10, 8))).isFalse();
        assertThat(days.nation().isBusinessDay(LocalDate.of(2027, 3, 2)))
                .as("withdrawn")
                .isTrue();
    }

    @Test
    void A18_a_malls_own_days_are_its_own() {
        DeclaredDays days = DeclaredDays.of(
                2,
                KOREA,
                List.of(
                        day("2026-12-01", Scope.MALL, null, false, true),
                        day("2026-12-05", Scope.MALL, null, true, true)));
        assertThat(days.businessOf(MALL).isBusinessDay(LocalDate.of(2026, 12, 1)))
                .isFalse();
        assertThat(days.businessOf(MALL).isBusinessDay(LocalDate.of(2026, 12, 5)))
                .as("a Saturday on which it works")
                .isTrue();
        assertThat(days.businessOf(new MallId(8)).isBusinessDay(LocalDate.of(2026, 12, 1)))
                .isTrue();
        assertThat(days.nation().isBusinessDay(LocalDate.of(2026, 12, 5))).isFalse();
    }
}
