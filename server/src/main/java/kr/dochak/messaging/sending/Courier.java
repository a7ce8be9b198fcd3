package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.record.SendingTexts;
import kr.dochak.messaging.record.SendingTexts.ToSend;
import kr.dochak.messaging.sending.DeliveryRepository.Due;
import kr.dochak.messaging.sending.DeliveryRepository.Outcome;
import kr.dochak.messaging.sending.Readers.Reader;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.messaging.texts.NoticeText.Rendered;
import kr.dochak.shared.PersonId;
import kr.dochak.time.Ticking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the messages of one channel: claims, sends side by side outside any transaction, writes down what came of it.
 * Each channel has its own, so a slow vendor holds up no other.
 */
class Courier implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 64;
    /** Longer than any send may take, shorter than the ten minutes for which vendors remember a key. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Channel channel;
    private final DeliveryRepository queue;
    private final Deliveries deliveries;
    private final SendingTexts texts;
    private final MessagingPolicies policies;
    private final Readers readers;
    private final InstantSource clock;

    Courier(
            Channel channel,
            DeliveryRepository queue,
            Deliveries deliveries,
            SendingTexts texts,
            MessagingPolicies policies,
            Readers readers,
            InstantSource clock) {
        this.channel = channel;
        this.queue = queue;
        this.deliveries = deliveries;
        this.texts = texts;
        this.policies = policies;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public boolean isOutward() {
        return true;
    }

    @Override
    public boolean tick(Instant now) {
        if (!channel.isOn()) {
            return false;
        }
        List<Due> due = queue.claim(channel.name(), now, LEASE, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        deliveries.sent(send(due));
        return due.size() == BATCH;
    }

    @Override
    public @Nullable Instant nextDue() {
        return channel.isOn() ? queue.nextDue(channel.name()) : null;
    }

    private List<Outcome> send(List<Due> due) {
        Map<PersonId, Reader> known = readers.of(due.stream()
                .map(delivery -> Objects.requireNonNull(delivery.notice()).personId())
                .toList());
        Map<Long, Rendered> words = texts.forSending(channel.name(), toSend(due, known), policies.all());
        List<Future<Outcome>> sending;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sending = due.stream()
                    .map(delivery -> threads.submit(() -> send(delivery, known, words.get(delivery.noticeId()))))
                    .toList();
        }
        return sending.stream().map(Future::resultNow).toList();
    }

    private List<ToSend> toSend(List<Due> due, Map<PersonId, Reader> known) {
        return due.stream()
                .map(delivery -> Objects.requireNonNull(delivery.notice()))
                .filter(notice -> address(known.get(notice.personId())) != null)
                .map(notice -> {
                    Reader reader = Objects.requireNonNull(known.get(notice.personId()));
                    return new ToSend(notice, reader.name(), reader.language());
                })
                .toList();
    }

    private @Nullable String address(@Nullable Reader reader) {
        return reader == null ? null : reader.contacts().at(channel.name());
    }

    private Outcome send(Due due, Map<PersonId, Reader> known, @Nullable Rendered words) {
        NoticeRow notice = Objects.requireNonNull(due.notice());
        String to = address(known.get(notice.personId()));
        if (to == null) {
            return outcome(due, SendResult.of(Verdict.UNREACHABLE, "no-contact"), null);
        }
        if (words == null) {
            return outcome(due, SendResult.of(Verdict.NOT_SENT, "our-failure"), null);
        }
        try {
            return outcome(
                    due,
                    sendOrAsk(due, outbound(due, to, words)),
                    words.template().id());
        } catch (RuntimeException e) {
            log.warn("notice {} could not be sent by {}", notice.id(), channel.name(), e);
            return outcome(due, SendResult.of(Verdict.UNKNOWN, "our-failure"), null);
        }
    }

    /**
     * A vendor that may have taken it so long ago that it forgot the key is asked; sent again blindly it could come twice.
     */
    private SendResult sendOrAsk(Due due, Outbound message) {
        Instant tried = due.triedAt();
        return tried != null && due.isKeyTooOld(clock.instant()) ? channel.ask(message, tried) : channel.send(message);
    }

    private static Outbound outbound(Due due, String to, Rendered rendered) {
        return new Outbound(
                due.key(),
                to,
                rendered.text().title(),
                rendered.text().body(),
                rendered.template().vendorCode(),
                rendered.values(),
                rendered.mall(),
                rendered.template().language());
    }

    private Outcome outcome(Due due, SendResult result, @Nullable Long templateId) {
        DeliveryChange change =
                DeliveryChange.of(result.verdict(), due.attempts(), due.rest(), due.createdAt(), clock.instant());
        return new Outcome(due, result, change, templateId);
    }
}
