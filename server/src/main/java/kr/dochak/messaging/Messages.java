package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import kr.dochak.messaging.CareNotice.CaseAnswered;
import kr.dochak.messaging.CareNotice.CaseOpened;
import kr.dochak.messaging.CareNotice.CaseWrote;
import kr.dochak.messaging.CareNotice.RequestEnded;
import kr.dochak.messaging.Preferences.Purpose;
import kr.dochak.messaging.policy.MessagingPolicies;
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
    public void tell(List<CareNotice> careNotices) {
        notices.tell(careNotices.stream().map(Messages::notice).toList());
    }

    private static NewNotice notice(CareNotice careNotices) {
        return switch (careNotices) {
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
            case CaseWrote c ->
                NewNotice.ofCare(
                        NoticeKind.CASE_WROTE,
                        c.caseId() + ":" + c.messageId(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        NoticeFacts.ofCase(c.caseNo(), c.owner(), c.at(), null),
                        c.at());
            case RequestEnded c ->
                NewNotice.ofCare(
                        c.passedOn() ? NoticeKind.REQUEST_PASSED_ON : NoticeKind.REQUEST_NOT_PASSED_ON,
                        "" + c.requestId(),
                        c.tenantId(),
                        c.personId(),
                        c.orderId(),
                        NoticeFacts.at(c.at()).travelling(new NoticeFacts.Way(null, null, c.place(), c.day())),
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
        return inboxOf(List.of(personId), language, cursor, limit);
    }

    /** As {@link #inboxOf(PersonId, String, String, int)}, of one customer whom the mall knows as several people. */
    public Keyset<InboxEntry> inboxOf(
            Collection<PersonId> personIds, String language, @Nullable String cursor, int limit) {
        return inbox.page(personIds, language, cursor, limit);
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

    /** Within how much time a mall contacts customers about a parcel that is lost, damaged or returning, as its notices say. */
    public Duration contactWithin(MallId tenantId) {
        return policies.all().of(tenantId).contactWithin();
    }

    /** Within how much time the customer of a silent parcel hears what its carrier says, as the notice says (TRK-4). */
    public Duration carrierAnswersWithin(MallId tenantId) {
        return policies.all().of(tenantId).carrierAnswersWithin();
    }

    /** Sent and failed in the last hour and what waits now, for each outside channel of a mall, with the alarms of the last day. */
    public DeliveryFigures deliveryFigures(MallId tenantId) {
        return outside.figures(tenantId);
    }

    /** How many customers of a mall nothing led to in the last day: no mobile number, no mail, or every way failed. */
    public DeliveryFigures.Unreached unreached(MallId tenantId) {
        return outside.unreached(tenantId);
    }

    /** Those notices, the newest first. */
    public List<DeliveryFigures.UnreachedNotice> unreachedNotices(MallId tenantId, int most) {
        return outside.unreachedNotices(tenantId, most);
    }

    /** How fast notices of each kind went out in this span (MSG-4); the board asks for a day at most. */
    public List<NoticeTiming> timings(Instant from, Instant to) {
        return timings.between(from, to);
    }

    /**
     * As {@link #timings(Instant, Instant)}, of one mall, for the last 24 hours, to the tenth of a second; cheap enough for every look.
     */
    public List<NoticeTiming> timings(MallId tenantId) {
        return timings.lastDay(tenantId, clock.instant());
    }
}
