package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.messaging.CareNotice.CaseAnswered;
import kr.dochak.messaging.CareNotice.CaseOpened;
import kr.dochak.messaging.Preferences.Purpose;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which notices customers got, how they want to be reached, and how well that works (MSG-1 to MSG-5). */
@Component
public class Messages {

    private final Notices notices;
    private final Inbox inbox;
    private final NoticeTimings timings;
    private final PreferenceRepository preferences;
    private final MessagingPolicies policies;
    private final OutsideChannels outside;
    private final InstantSource clock;

    Messages(
            Notices notices,
            Inbox inbox,
            NoticeTimings timings,
            PreferenceRepository preferences,
            MessagingPolicies policies,
            OutsideChannels outside,
            InstantSource clock) {
        this.notices = notices;
        this.inbox = inbox;
        this.timings = timings;
        this.preferences = preferences;
        this.policies = policies;
        this.outside = outside;
        this.clock = clock;
    }

    /** Notifies customers about their cases, in the caller's transaction; once for each case and each answer. */
    @Transactional
    public void tell(List<CareNotice> told) {
        notices.tell(told.stream().map(Messages::notice).toList());
    }

    private static NewNotice notice(CareNotice told) {
        return switch (told) {
            case CaseOpened c ->
                NewNotice.ofCare(
                        NoticeKind.CASE_OPENED,
                        "" + c.caseId(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        NoticeFacts.ofCase(c.caseNo(), c.owner(), null, c.replyBy()),
                        c.at());
            case CaseAnswered c ->
                NewNotice.ofCare(
                        NoticeKind.CASE_ANSWERED,
                        c.caseId() + ":" + c.answerId(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        NoticeFacts.ofCase(c.caseNo(), c.owner(), c.at(), null),
                        c.at());
        };
    }

    /**
     * The customer's inbox, newest first, in this language ({@code ko} or {@code en}).
     *
     * @param cursor from the page before, or null for the first page
     * @throws Problem when the cursor is not one of ours
     */
    public Keyset<InboxEntry> inboxOf(PersonId personId, String language, @Nullable String cursor, int limit) {
        return inbox.page(personId, language, cursor, limit);
    }

    /** Every notice of an order, oldest first, with each outside channel's state and times; withdrawn ones too. */
    public List<OrderNotice> ofOrder(OrderId orderId, String language) {
        return inbox.ofOrder(orderId, language);
    }

    /** How this customer is reached: their own choice, or the mall's routes in the order they are tried. */
    public Preferences preferences(PersonId personId, MallId tenantId) {
        Preferences chosen = preferences.chosenBy(personId).orElseGet(() -> ofMall(tenantId));
        return new Preferences(
                chosen.chosen(),
                chosen.language(),
                chosen.channels(),
                chosen.source(),
                chosen.changedAt(),
                preferences.consents(personId));
    }

    private Preferences ofMall(MallId tenantId) {
        List<ChannelName> order = policies.all().of(tenantId).routes().stream()
                .flatMap(List::stream)
                .toList();
        return new Preferences(false, "ko", order, null, null, List.of());
    }

    /**
     * The customer chooses channels for information, first choice first, later ones only if it fails; none means inbox only.
     *
     * @param source where it was said, e.g. {@code portal}
     * @return false when nothing was changed: a channel is there twice, or is the inbox
     */
    @Transactional
    public boolean changeChannels(
            PersonId personId, MallId tenantId, String language, List<ChannelName> order, String source) {
        if (!ChannelName.outside().containsAll(order)
                || order.stream().distinct().count() != order.size()) {
            return false;
        }
        preferences.choose(personId, tenantId, language.equals("en") ? "en" : "ko", order, source, clock.instant());
        return true;
    }

    /** The customer consents to advertising or withdraws it; it changes nothing about information (MSG-2). */
    @Transactional
    public void changeConsent(PersonId personId, MallId tenantId, Purpose purpose, boolean given, String source) {
        preferences.consent(personId, tenantId, purpose, given, source, clock.instant());
    }

    /** Sent and failed in the last hour and what waits now, for each outside channel, with the alarms of the last day. */
    public DeliveryFigures deliveryFigures() {
        return outside.figures();
    }

    /** How fast notices of each kind went out in this span (MSG-4); the board asks for a day at most. */
    public List<NoticeTiming> timings(Instant from, Instant to) {
        return timings.between(from, to);
    }

    /**
     * As {@link #timings(Instant, Instant)}, for the last 24 hours, to the tenth of a second; cheap enough for every look.
     */
    public List<NoticeTiming> timings() {
        return timings.lastDay(clock.instant());
    }
}
