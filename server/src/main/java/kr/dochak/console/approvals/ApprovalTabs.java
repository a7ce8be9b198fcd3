package kr.dochak.console.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dochak.approvals.ApprovalFilter.Show;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** The lists of approvals and the page of absences. */
final class ApprovalTabs {

    /** The kinds that the list can be narrowed to, in the order of how often they come. */
    static final List<String> KINDS =
            List.of("goodwill", "setting", "role", "erasure", "policy", "text", "mass-notice", "model");

    private ApprovalTabs() {}

    static String at(Show show) {
        return ApprovalsPlace.AT + "?show=" + show.name().toLowerCase(Locale.ROOT);
    }

    /** @param shown the list that is open; null on the page of absences */
    static List<Tab> of(@Nullable Show shown, int waiting, Words words) {
        List<Tab> tabs = new ArrayList<>();
        for (Show show : Show.values()) {
            String label = words.word("approvals.tab." + show);
            tabs.add(
                    show == Show.WAITING
                            ? new Tab(label, at(show), show == shown, waiting)
                            : new Tab(label, at(show), show == shown));
        }
        tabs.add(new Tab(words.word("approvals.tab.absence"), ApprovalsPlace.ABSENCE, shown == null));
        return tabs;
    }
}
