package kr.dochak.console.alerts;

import java.util.List;
import java.util.stream.Stream;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;

/** The pages of alerts for who sets them up. */
final class AlertTabs {

    private AlertTabs() {}

    static List<Tab> of(String here, Words words) {
        return Stream.of(AlertsPlace.AT, AlertsPlace.RULES, AlertsPlace.DUTY)
                .map(each -> new Tab(
                        words.word("alerts.tab." + each.substring(each.lastIndexOf('/') + 1)), each, each.equals(here)))
                .toList();
    }
}
