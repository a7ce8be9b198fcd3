package kr.dochak.console.cases;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    TEAM,
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

    /** @param team whoever shares a team with the reader */
    CaseFilter filter(StaffMember staff, Set<Long> team) {
        CaseFilter all = CaseFilter.unsolved(staff.sight());
        return switch (this) {
            case ALL -> all;
            case MINE -> all.ofOwner(staff.id());
            case TEAM -> all.ofOwners(team);
            case UNASSIGNED -> all.onlyUnassigned();
            case OVERDUE -> all.onlyOverdue();
            case ESCALATED -> all.onlyEscalated();
            case SOLVED -> all.withStatus(CaseStatus.SOLVED);
        };
    }

    String href() {
        return "/console/cases?view=" + name().toLowerCase(Locale.ROOT);
    }

    /** The view of a team is for who is in one. */
    List<Tab> tabs(CaseFigures figures, boolean inTeam, Words words) {
        return Stream.of(values())
                .filter(view -> view != TEAM || inTeam)
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
                    case MINE, TEAM, SOLVED -> -1;
                });
    }
}
