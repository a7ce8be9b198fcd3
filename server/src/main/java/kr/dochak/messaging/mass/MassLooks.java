package kr.dochak.messaging.mass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.messaging.OutsideChannels.Reached;
import kr.dochak.messaging.mass.MassLook.Example;
import kr.dochak.messaging.mass.MassTurns.Judged;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.messaging.texts.NoticeText;
import kr.dochak.messaging.texts.OwnWordsLint;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.promise.reach.ChosenOrders.Chosen;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;

/** Looks at a notice to many before anybody is asked: whom it reaches, whom it leaves out, and how it reads. */
@Component
class MassLooks {

    private static final int AT_ONCE = 500;
    private static final int EXAMPLES = 3;
    private static final String WORDING = "mass-notice";

    private final MassTurns turns;
    private final MassNumbers numbers;
    private final MessageTemplates templates;
    private final NoticeText texts;
    private final MessagingPolicies policies;
    private final Orders orders;

    MassLooks(
            MassTurns turns,
            MassNumbers numbers,
            MessageTemplates templates,
            NoticeText texts,
            MessagingPolicies policies,
            Orders orders) {
        this.turns = turns;
        this.numbers = numbers;
        this.templates = templates;
        this.texts = texts;
        this.policies = policies;
        this.orders = orders;
    }

    /**
     * The look at words for these orders.
     *
     * @param found one more than there may be, when there are too many
     */
    MassLook of(OwnWords words, OrderChoice choice, List<Chosen> found, int unknown, Instant now) {
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        List<Judged> judged = judged(choice, found, now);
        int customers = 0;
        int inboxOnly = 0;
        for (Judged batch : judged) {
            for (MassRecipients.Turned turn : batch.turns()) {
                LeftOut why = turn.why();
                if (why != null) {
                    leftOut.merge(why, 1, Integer::sum);
                } else {
                    customers++;
                    Reached reader = batch.readers().get(turn.order().personId());
                    inboxOnly += reader == null || reader.outside() ? 0 : 1;
                }
            }
        }
        int most = numbers.most(choice.mall());
        return new MassLook(
                found.size(),
                most,
                customers,
                inboxOnly,
                leftOut,
                unknown,
                MassRule.votes(found.size(), numbers.secondFrom(choice.mall())),
                look(words, "ko"),
                look(words, "en"),
                examples(words, choice, judged, now));
    }

    private List<Judged> judged(OrderChoice choice, List<Chosen> found, Instant now) {
        Set<PersonId> reached = new HashSet<>();
        List<Judged> judged = new ArrayList<>();
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            List<Chosen> batch = found.subList(from, Math.min(found.size(), from + AT_ONCE));
            judged.add(turns.judge(choice, batch, reached, now));
        }
        return judged;
    }

    private OwnWordsLint.Look look(OwnWords words, String language) {
        return OwnWordsLint.look(
                templates.inUse(WORDING, ChannelName.SMS, language), words.title(language), words.body(language));
    }

    private List<Example> examples(OwnWords words, OrderChoice choice, List<Judged> judged, Instant now) {
        Map<PersonId, Reached> readers = new HashMap<>();
        judged.forEach(batch -> readers.putAll(batch.readers()));
        List<Chosen> some = judged.stream()
                .flatMap(batch -> batch.turns().stream())
                .filter(turn -> turn.why() == null)
                .map(MassRecipients.Turned::order)
                .limit(EXAMPLES)
                .sorted(Comparator.comparing(Chosen::orderId))
                .toList();
        Map<OrderId, OrderSummary> known =
                orders.summaries(some.stream().map(Chosen::orderId).toList());
        List<Example> examples = new ArrayList<>();
        for (Chosen each : some) {
            OrderSummary order = known.get(each.orderId());
            Reached reader = readers.get(each.personId());
            if (order != null && reader != null) {
                examples.add(
                        example(words, choice, order.orderNo(), each, NoticeText.supported(reader.language()), now));
            }
        }
        return examples;
    }

    private Example example(
            OwnWords words, OrderChoice choice, String orderNo, Chosen order, String language, Instant now) {
        NoticeRow row = new NoticeRow(
                0,
                NoticeKind.MASS_NOTICE,
                OrderNotice.State.HELD,
                choice.mall(),
                order.personId(),
                order.orderId(),
                orderNo,
                NoticeFacts.own(words, now),
                now,
                null);
        return new Example(
                orderNo, language, texts.forInbox(row, language, policies.all()).text());
    }
}
