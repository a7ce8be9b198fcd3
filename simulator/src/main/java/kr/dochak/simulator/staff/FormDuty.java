package kr.dochak.simulator.staff;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.dochak.simulator.people.Browser;
import kr.dochak.simulator.people.Form;

/**
 * Somebody looks at a page and does the first thing that waits there: acknowledges an alert, reports a task as done, agrees to a proposal.
 *
 * @param page where things wait
 * @param action the address of their forms
 * @param fields what is filled in
 */
record FormDuty(Colleague colleague, String page, Pattern action, Map<String, String> fields) implements Duty {

    @Override
    public boolean turn(LocalDateTime now) {
        Optional<Browser.Page> there = colleague.open(page);
        return there.flatMap(found -> Form.allTo(found.text(), action).stream()
                        .findFirst()
                        .map(form -> colleague.send(found, form, fields)))
                .orElse(false);
    }
}
