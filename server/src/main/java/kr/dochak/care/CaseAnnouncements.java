package kr.dochak.care;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.shared.LiveTopics;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says that a case has changed: to other modules as a fact, to open pages as a topic. */
@Component
class CaseAnnouncements {

    private final ApplicationEventPublisher facts;
    private final LiveTopics topics;

    CaseAnnouncements(ApplicationEventPublisher facts, LiveTopics topics) {
        this.facts = facts;
        this.topics = topics;
    }

    /** CAR-2: the customer is told the number, the owner and until when there is an answer. */
    void opened(SupportCase opened) {
        facts.publishEvent(new CareFact.CaseOpened(
                opened.caseId(),
                opened.tenantId(),
                opened.orderId(),
                opened.personId(),
                opened.type().name(),
                opened.openedAt()));
    }

    /** The customer is told that there is an answer, once for each answer. */
    void answered(SupportCase answered, long answerId, Instant at) {
        facts.publishEvent(new CareFact.CaseAnswered(answered.caseId(), answered.tenantId(), at));
    }

    void solved(SupportCase solved, Instant at) {
        facts.publishEvent(new CareFact.CaseSolved(solved.caseId(), solved.tenantId(), at));
    }

    void touch(SupportCase changed) {
        touch(List.of(changed));
    }

    void touch(List<SupportCase> changed) {
        Set<String> heard = new LinkedHashSet<>();
        for (SupportCase one : changed) {
            heard.add(LiveTopics.supportCase(one.caseId()));
            if (one.orderId() != null) {
                heard.add(LiveTopics.order(one.orderId()));
            }
        }
        heard.add(LiveTopics.BOARD);
        topics.touchAll(heard);
    }
}
