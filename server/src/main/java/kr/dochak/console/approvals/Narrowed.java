package kr.dochak.console.approvals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dochak.approvals.ApprovalFilter.Show;
import kr.dochak.approvals.ApprovalRequest.Outcome;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * To what a list of approvals is narrowed, as an address and as chips.
 *
 * @param mall the only one; 0 for all of the reader's
 */
record Narrowed(Show show, @Nullable String kind, @Nullable Outcome outcome, long mall) {

    boolean isAny() {
        return kind != null || outcome != null || mall != 0;
    }

    /** The address of the list. */
    String at(String query) {
        return ApprovalTabs.at(show)
                + (kind == null ? "" : "&kind=" + kind)
                + (outcome == null ? "" : "&outcome=" + outcome.name().toLowerCase(Locale.ROOT))
                + (mall == 0 ? "" : "&mall=" + mall)
                + (query.isEmpty() ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** Kinds, then how they ended, then the malls of who has several; a chip that is chosen takes itself away. */
    List<Tab> chips(Frame frame) {
        Words words = frame.words();
        List<Tab> chips = new ArrayList<>();
        for (String each : ApprovalTabs.KINDS) {
            boolean chosen = each.equals(kind);
            chips.add(new Tab(
                    words.word("approvals.kind." + each),
                    new Narrowed(show, chosen ? null : each, outcome, mall).at(""),
                    chosen));
        }
        for (Outcome each : show == Show.WAITING ? new Outcome[0] : Outcome.values()) {
            boolean chosen = each == outcome;
            chips.add(new Tab(
                    words.word("approvals.outcome." + each),
                    new Narrowed(show, kind, chosen ? null : each, mall).at(""),
                    chosen));
        }
        List<Frame.MallPlace> places =
                frame.who() == null ? List.of() : frame.who().malls();
        places.stream()
                .filter(each -> each.id() != 0)
                .forEach(each -> chips.add(new Tab(
                        each.name(),
                        new Narrowed(show, kind, outcome, each.id() == mall ? 0 : each.id()).at(""),
                        each.id() == mall)));
        return chips;
    }
}
