package kr.dochak.care;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dochak.care.alarms.CareAlerts;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Wish;
import kr.dochak.live.LiveTopics;
import kr.dochak.messaging.CareNotice;
import kr.dochak.messaging.Messages;
import kr.dochak.orders.OrderTopic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces that a case has changed: to other modules as a fact, to open pages as a topic. */
@Component
class CaseAnnouncements {

    /** Who answers while nobody has taken the case. */
    private static final String TEAM = "상담팀";

    private final ApplicationEventPublisher facts;
    private final LiveTopics topics;
    private final Messages messages;
    private final CareAlerts alerts;

    CaseAnnouncements(ApplicationEventPublisher facts, LiveTopics topics, Messages messages, CareAlerts alerts) {
        this.messages = messages;
        this.alerts = alerts;
        this.facts = facts;
        this.topics = topics;
    }

    /**
     * The customer is notified of the number, the owner and until when there is an answer (CAR-2). A case that we opened
     * ourselves for a loss is part of messaging's notice about the loss: one notice, not two.
     */
    void opened(SupportCase opened) {
        facts.publishEvent(new CareFact.CaseOpened(
                opened.caseId(),
                opened.tenantId(),
                opened.orderId(),
                opened.personId(),
                opened.type().name(),
                opened.openedAt()));
        if (opened.channel() != CaseChannel.SYSTEM) {
            messages.tell(List.of(new CareNotice.CaseOpened(
                    opened.caseId(),
                    opened.tenantId(),
                    opened.personId(),
                    opened.orderId(),
                    opened.caseNo(),
                    ownerOf(opened),
                    opened.firstReplyDueAt(),
                    opened.openedAt())));
        }
    }

    /** The customer is notified that there is an answer, once for each answer. */
    void answered(SupportCase answered, long answerId, Instant at) {
        facts.publishEvent(new CareFact.CaseAnswered(answered.caseId(), answered.tenantId(), at));
        messages.tell(List.of(new CareNotice.CaseAnswered(
                answered.caseId(),
                answerId,
                answered.tenantId(),
                answered.personId(),
                answered.orderId(),
                answered.caseNo(),
                ownerOf(answered),
                at)));
    }

    private static String ownerOf(SupportCase known) {
        CaseOwner owner = known.owner();
        return owner == null ? TEAM : owner.name();
    }

    /** A customer wrote what sounds of danger or law: staff are alerted with the message itself. */
    void danger(SupportCase about, Instant now) {
        alerts.danger(about, now);
    }

    /** Promised acts are late. */
    void late(List<Task> tasks, Instant now) {
        alerts.late(tasks, now);
    }

    void solved(SupportCase solved, Instant at) {
        facts.publishEvent(new CareFact.CaseSolved(solved.caseId(), solved.tenantId(), at));
    }

    /** Pages of the orders that these tasks are about, and the board, are out of date. */
    void tasksChanged(List<Task> changed) {
        if (!changed.isEmpty()) {
            Set<String> changedTopics = new LinkedHashSet<>();
            changed.forEach(task -> changedTopics.add(OrderTopic.of(task.orderId())));
            changedTopics.add(LiveTopics.BOARD);
            topics.touchAll(changedTopics);
        }
    }

    /** Staff wrote without having been asked: the customer is notified, once for each. */
    void wrote(SupportCase about, long messageId, String who, Instant at) {
        facts.publishEvent(new CareFact.CaseAnswered(about.caseId(), about.tenantId(), at));
        messages.tell(List.of(new CareNotice.CaseWrote(
                about.caseId(),
                messageId,
                about.tenantId(),
                about.personId(),
                about.orderId(),
                about.caseNo(),
                who,
                at)));
    }

    /** The customer is notified what became of their delivery request. */
    void requestEnded(Task request, boolean passedOn, Instant at) {
        Wish wish = Objects.requireNonNull(request.wished());
        messages.tell(List.of(new CareNotice.RequestEnded(
                request.taskId(),
                request.tenantId(),
                request.personId(),
                request.orderId(),
                wish.place(),
                wish.day(),
                passedOn,
                at)));
    }

    void touch(SupportCase changed) {
        touch(List.of(changed));
    }

    void touch(List<SupportCase> changed) {
        Set<String> changedTopics = new LinkedHashSet<>();
        for (SupportCase one : changed) {
            changedTopics.add(CaseTopic.of(one.caseId()));
            if (one.orderId() != null) {
                changedTopics.add(OrderTopic.of(one.orderId()));
            }
        }
        changedTopics.add(LiveTopics.BOARD);
        topics.touchAll(changedTopics);
    }
}
