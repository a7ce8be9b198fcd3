package kr.dochak.console.cases;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.dochak.care.record.CaseFigures;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;

/** The views of the queue. */
enum CaseQueueView {
    ALL,
    MINE,
    UNASSIGNED,
    OVERDUE,
    ESCALATED,
    SOLVED;

    static CaseQueueView named(String name) {
        return Stream.of(values())
                .filter(view -> view.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(ALL);
    }

    CaseFilter filter(StaffMember staff) {
        CaseFilter all = CaseFilter.unsolved(staff.tenantId());
        return switch (this) {
            case ALL -> all;
            case MINE -> all.ofOwner(staff.id());
            case UNASSIGNED -> all.onlyUnassigned();
            case OVERDUE -> all.onlyOverdue();
            case ESCALATED -> all.onlyEscalated();
            case SOLVED -> all.withStatus(CaseStatus.SOLVED);
        };
    }

    String href() {
        return "/console/cases?view=" + name().toLowerCase(Locale.ROOT);
    }

    List<Tab> tabs(CaseFigures figures, Words words) {
        return Stream.of(values())
                .map(view -> new Tab(
                        words.word("console.cases.view." + view), view.href(), view == this, count(view, figures)))
                .toList();
    }

    private static int count(CaseQueueView view, CaseFigures figures) {
        return Math.toIntExact(
                switch (view) {
                    case ALL -> figures.open();
                    case UNASSIGNED -> figures.unassigned();
                    case OVERDUE -> figures.overdue();
                    case ESCALATED -> figures.escalated();
                    case MINE, SOLVED -> -1;
                });
    }
}
