package kr.dochak.simulator.staff;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kr.dochak.simulator.people.Form;

/** A lead says of each case that was put before them that they have it in view. */
record EscalationDuty(Colleague lead, Pattern action) implements Duty {

    private static final Pattern CASE = Pattern.compile("data-href=\"(/console/cases/\\d+)\\?");

    @Override
    public boolean turn(LocalDateTime now) {
        return lead.open("/console/cases?view=escalated")
                .flatMap(queue -> CASE.matcher(queue.text())
                        .results()
                        .map(EscalationDuty::path)
                        .findFirst())
                .flatMap(lead::open)
                .flatMap(page -> Form.allTo(page.text(), action).stream()
                        .findFirst()
                        .map(form -> lead.send(page, form, Map.of())))
                .orElse(false);
    }

    private static String path(MatchResult found) {
        return found.group(1);
    }
}
