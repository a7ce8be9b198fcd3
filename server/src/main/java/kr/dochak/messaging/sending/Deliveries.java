package kr.dochak.messaging.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.live.LiveTopics;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.DeliveryState;
import kr.dochak.messaging.sending.DeliveryRepository.Due;
import kr.dochak.messaging.sending.DeliveryRepository.Outcome;
import kr.dochak.messaging.sending.DeliveryRepository.Planned;
import kr.dochak.messaging.sending.EarlyResults.EarlyResult;
import kr.dochak.orders.OrderTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of deliveries, and has the next channel tried where one failed. */
@Component
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final DeliveryRepository deliveries;
    private final PlanRepository plans;
    private final EarlyResults early;
    private final Channels channels;
    private final ChannelAlarmRepository alarms;
    private final LiveTopics live;
    private final InstantSource clock;

    Deliveries(
            DeliveryRepository deliveries,
            PlanRepository plans,
            EarlyResults early,
            Channels channels,
            ChannelAlarmRepository alarms,
            LiveTopics live,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.plans = plans;
        this.early = early;
        this.channels = channels;
        this.alarms = alarms;
        this.live = live;
        this.clock = clock;
    }

    /** What the sending itself brought. */
    @Transactional
    void sent(List<Outcome> outcomes) {
        Instant now = clock.instant();
        deliveries.record(outcomes, now);
        consequences(outcomes, now);
        live.touchAll(outcomes.stream()
                .map(outcome -> outcome.due().notice())
                .filter(notice -> notice != null && notice.orderId() != null)
                .map(notice -> OrderTopic.of(java.util.Objects.requireNonNull(notice.orderId())))
                .distinct()
                .toList());
        for (EarlyResult result : early.take(outcomes)) {
            result(result.channel(), null, result.requestId(), result.recipientSeq(), result.code());
        }
    }

    /** A vendor's final word; the same one twice, or an old one after a newer, changes nothing. */
    @Transactional
    void result(ChannelName channel, @Nullable String key, String requestId, int recipientSeq, String code) {
        Due due = deliveries.lock(channel, key, requestId, recipientSeq).orElse(null);
        Instant now = clock.instant();
        if (due == null) {
            if (!deliveries.knows(channel, key, requestId)) {
                early.keep(new EarlyResult(channel, requestId, recipientSeq, code), now);
            }
            return;
        }
        SendResult.Verdict verdict = channels.get(channel).meaning(code);
        if (verdict == SendResult.Verdict.WAIT) {
            return;
        }
        Outcome outcome = new Outcome(
                due,
                SendResult.of(verdict, code),
                DeliveryChange.of(verdict, due.attempts(), due.rest(), due.createdAt(), now),
                null);
        deliveries.record(List.of(outcome), now);
        consequences(List.of(outcome), now);
    }

    private void consequences(List<Outcome> outcomes, Instant now) {
        deliveries.plan(
                outcomes.stream()
                        .filter(outcome -> outcome.change().fallBack()
                                && !outcome.due().rest().isEmpty())
                        .map(outcome -> new Planned(
                                outcome.due().noticeId(),
                                outcome.due().rest().getFirst(),
                                outcome.due()
                                        .rest()
                                        .subList(1, outcome.due().rest().size())))
                        .toList(),
                now);
        plans.unreached(outcomes.stream()
                .filter(outcome ->
                        outcome.change().fallBack() && outcome.due().rest().isEmpty())
                .map(outcome -> outcome.due().noticeId())
                .toList());
        outcomes.stream().filter(outcome -> outcome.change().alarm()).forEach(outcome -> {
            ChannelName channel = outcome.due().channel();
            boolean unknown = outcome.change().state() == DeliveryState.UNKNOWN;
            String code = unknown ? "unknown-outcome" : outcome.result().code();
            log.warn(
                    unknown ? "{} never told what became of a message ({})" : "{} refuses our set-up with code {}",
                    channel,
                    code);
            alarms.raise(channel, code, "template:" + outcome.templateId(), now);
            live.touch(LiveTopics.BOARD);
        });
    }
}
