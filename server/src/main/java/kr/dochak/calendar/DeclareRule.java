package kr.dochak.calendar;

import java.time.LocalDate;
import java.util.Optional;
import kr.dochak.calendar.DeclareOutcome.Why;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.BusinessCalendar;

/** Whether a day can be declared. Pure; a table of cases in its test. */
final class DeclareRule {

    private static final int FAR_YEARS = 5;

    private DeclareRule() {}

    /** Empty where nothing stands against it; whether the same was declared already only the database knows. */
    static Optional<Why> judge(Declaration wish, StaffMember staff, BusinessCalendar nation, LocalDate today) {
        if (!mayDeclare(staff, wish.scope())) {
            return Optional.of(Why.NOT_ALLOWED);
        }
        if (wish.day().isBefore(today)) {
            return Optional.of(Why.PAST);
        }
        if (wish.day().isAfter(today.plusYears(FAR_YEARS))) {
            return Optional.of(Why.FAR);
        }
        if (wish.scope() == Scope.CARRIER
                && (wish.carrier() == null || wish.carrier().value().isEmpty())) {
            return Optional.of(Why.CARRIER);
        }
        return ofText(wish, nation);
    }

    private static Optional<Why> ofText(Declaration wish, BusinessCalendar nation) {
        if (isNotFrom1To(wish.name(), Declaration.LONGEST_NAME)) {
            return Optional.of(Why.NAME);
        }
        if (isNotFrom1To(wish.reason(), Declaration.LONGEST_REASON)) {
            return Optional.of(Why.REASON);
        }
        boolean changes = wish.scope() != Scope.NATION || nation.isHoliday(wish.day()) == wish.open();
        return changes ? Optional.empty() : Optional.of(Why.NO_CHANGE);
    }

    static boolean mayDeclare(StaffMember staff, Scope scope) {
        return staff.may(scope == Scope.MALL ? Right.WINDOWS_SET : Right.PLATFORM);
    }

    private static boolean isNotFrom1To(String text, int most) {
        return text.isBlank() || text.strip().length() > most;
    }
}
