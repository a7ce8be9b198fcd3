package kr.dochak.messaging.mass;

import java.time.Instant;
import java.util.List;
import kr.dochak.messaging.NewNotice;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.Notices;
import kr.dochak.messaging.mass.MassTurns.Judged;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the customers of an agreed notice in batches. Who was told and their notices are one transaction, so a kill between two
 * batches loses nothing and repeats nothing.
 */
@Component
class MassSending implements Ticking {

    private static final int BATCH = 100;

    private final MassRepository notices;
    private final MassRecipients recipients;
    private final MassTurns turns;
    private final Notices telling;

    MassSending(MassRepository notices, MassRecipients recipients, MassTurns turns, Notices telling) {
        this.notices = notices;
        this.recipients = recipients;
        this.turns = turns;
        this.telling = telling;
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        return MassRule.isDay(now)
                && notices.takeSending().map(notice -> batch(notice, now)).orElse(false);
    }

    private boolean batch(MassNotice notice, Instant now) {
        List<Chosen> next = recipients.next(notice.id(), BATCH);
        if (next.isEmpty()) {
            return notices.ended(notice.id(), MassNotice.State.SENT, null, now);
        }
        Judged judged = turns.judge(notice, next, now);
        telling.tell(judged.turns().stream()
                .filter(each -> each.why() == null)
                .map(each -> words(notice, each.order(), now))
                .toList());
        recipients.turned(notice.id(), judged.turns(), now);
        return true;
    }

    private static NewNotice words(MassNotice notice, Chosen order, Instant now) {
        return new NewNotice(
                NoticeKind.MASS_NOTICE,
                notice.id() + ":" + order.orderId(),
                notice.mall(),
                order.personId(),
                order.orderId(),
                null,
                null,
                NoticeFacts.own(notice.words(), now),
                now,
                null,
                false);
    }
}
