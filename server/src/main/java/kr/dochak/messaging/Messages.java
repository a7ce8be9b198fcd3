package kr.dochak.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.messaging.CareNotice.CaseAnswered;
import kr.dochak.messaging.CareNotice.CaseOpened;
import kr.dochak.messaging.Preferences.Purpose;
import kr.dochak.messaging.Template.Rendered;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers were told, how they want to be told, and how well that works (MSG-1 to MSG-5). */
@Component
public class Messages {

    private static final int LONGEST_PAGE = 100;

    private final Notices notices;
    private final MessageQuery query;
    private final NoticeTimings timings;
    private final NoticeText texts;
    private final PreferenceRepository preferences;
    private final MessagingPolicies policies;
    private final AlarmRepository alarms;
    private final Channels channels;
    private final InstantSource clock;

    Messages(
            Notices notices,
            MessageQuery query,
            NoticeTimings timings,
            NoticeText texts,
            PreferenceRepository preferences,
            MessagingPolicies policies,
            AlarmRepository alarms,
            Channels channels,
            InstantSource clock) {
        this.notices = notices;
        this.query = query;
        this.timings = timings;
        this.texts = texts;
        this.preferences = preferences;
        this.policies = policies;
        this.alarms = alarms;
        this.channels = channels;
        this.clock = clock;
    }

    /** Tells customers about their cases, in the caller's transaction; a case or an answer told before is not told again. */
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
    public Keyset<InboxEntry> inboxOf(long personId, String language, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<NoticeRow> rows = query.inbox(personId, Cursor.read(cursor).number(0, Long.MAX_VALUE), size + 1);
        Keyset<NoticeRow> page = Keyset.of(rows, size, row -> Cursor.after(row.id()));
        List<Rendered> said = texts.forInbox(page.items(), language);
        List<InboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            NoticeRow row = page.items().get(i);
            Instant toldAt = row.toldAt() == null ? row.detectedAt() : row.toldAt();
            entries.add(new InboxEntry(
                    row.id(),
                    row.kind(),
                    row.orderId(),
                    said.get(i).title(),
                    said.get(i).body(),
                    toldAt));
        }
        return new Keyset<>(entries, page.next());
    }

    /** Every notice of an order, oldest first, with each outside channel's state and times; withdrawn ones too. */
    public List<OrderNotice> ofOrder(long orderId, String language) {
        List<NoticeRow> rows = query.ofOrder(orderId);
        List<Rendered> said = texts.forInbox(rows, language);
        Map<Long, List<OrderNotice.Delivery>> deliveries =
                query.deliveries(rows.stream().map(NoticeRow::id).toList());
        List<OrderNotice> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NoticeRow row = rows.get(i);
            all.add(new OrderNotice(
                    row.id(),
                    row.kind(),
                    row.state(),
                    said.get(i).title(),
                    said.get(i).body(),
                    row.detectedAt(),
                    row.toldAt(),
                    deliveries.getOrDefault(row.id(), List.of())));
        }
        return all;
    }

    /** How this customer is told: their own choice, or the mall's routes in the order they are tried. */
    public Preferences preferences(long personId, long tenantId) {
        Preferences chosen = preferences.chosenBy(personId).orElseGet(() -> ofMall(tenantId));
        return new Preferences(
                chosen.chosen(),
                chosen.language(),
                chosen.channels(),
                chosen.source(),
                chosen.changedAt(),
                preferences.consents(personId));
    }

    private Preferences ofMall(long tenantId) {
        List<ChannelName> order = policies.all().of(tenantId).routes().stream()
                .flatMap(List::stream)
                .toList();
        return new Preferences(false, "ko", order, null, null, List.of());
    }

    /**
     * The customer chooses channels for information, first choice first, later ones only if it fails; none means inbox only.
     *
     * @param source where it was said, e.g. {@code portal}
     */
    @Transactional
    public void changeChannels(long personId, long tenantId, String language, List<ChannelName> order, String source) {
        if (order.contains(ChannelName.INBOX) || order.stream().distinct().count() != order.size()) {
            throw Problem.invalid("channels", "bad-channels", "알림톡, 문자, 이메일 중에서 한 번씩만 골라 주세요.");
        }
        preferences.choose(personId, tenantId, language.equals("en") ? "en" : "ko", order, source, clock.instant());
    }

    /** The customer consents to advertising or withdraws it; it changes nothing about information (MSG-2). */
    @Transactional
    public void changeConsent(long personId, long tenantId, Purpose purpose, boolean given, String source) {
        preferences.consent(personId, tenantId, purpose, given, source, clock.instant());
    }

    /** Sent and failed in the last hour and what waits now, for each outside channel, with the alarms of the last day. */
    public DeliveryFigures deliveryFigures() {
        Instant now = clock.instant();
        return new DeliveryFigures(query.figures(channels.on(), now), alarms.within(Duration.ofDays(1), now));
    }

    /** How fast customers were told in this span, by kind (MSG-4); the board asks for a day at most. */
    public List<NoticeTiming> timings(Instant from, Instant to) {
        return query.timings(from, to);
    }

    /**
     * As {@link #timings(Instant, Instant)}, for the last 24 hours, to the tenth of a second; cheap enough for every look.
     */
    public List<NoticeTiming> timings() {
        return timings.lastDay(clock.instant());
    }
}
