package kr.dochak.messaging.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.GrantFact;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.NoticeWords;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.messaging.texts.NoticeText;
import kr.dochak.messaging.texts.NoticeText.Rendered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands in inboxes and went out, word for word: a text that is changed later changes nothing that was said (MSG-8). */
@Component
class SentTexts implements NoticeWords {

    private static final List<String> LANGUAGES = List.of("ko", "en");
    private static final Map<String, String> HIDDEN =
            Map.of("name", "○○○", "link", "/t/…", "ratingLink", "/t/…#rating", "caseLink", "/t/…#inquiry");

    private final SentTextRepository repository;
    private final NoticeText texts;
    private final MessagingPolicies policies;

    SentTexts(SentTextRepository repository, NoticeText texts, MessagingPolicies policies) {
        this.repository = repository;
        this.texts = texts;
        this.policies = policies;
    }

    @Override
    @Transactional
    public void announced(Collection<NoticeRow> notices, Instant at) {
        write(notices, at, false);
    }

    void write(Collection<NoticeRow> notices, Instant at, boolean later) {
        if (notices.isEmpty()) {
            return;
        }
        Policies all = policies.all();
        repository.write(notices.stream()
                .flatMap(notice -> LANGUAGES.stream().map(language -> inbox(notice, language, all, at, later)))
                .toList());
    }

    private SentText inbox(NoticeRow notice, String language, Policies all, Instant at, boolean later) {
        Rendered rendered = texts.forInbox(notice, language, all);
        return of(notice, ChannelName.INBOX, language, rendered, null, later, at);
    }

    /** @param sealed the values of the text; the rendered text has gaps in their places */
    static SentText of(
            NoticeRow notice,
            ChannelName channel,
            String language,
            Rendered rendered,
            byte @Nullable [] sealed,
            boolean later,
            Instant at) {
        Long policyId = notice.facts().grantsOrNone().stream()
                .map(GrantFact::policyId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new SentText(
                notice.id(),
                channel,
                language,
                rendered.template().id(),
                rendered.template().version(),
                policyId,
                rendered.text(),
                sealed,
                later,
                at);
    }

    @Override
    public List<Written> forInbox(Collection<NoticeRow> notices, String language) {
        String wanted = NoticeText.supported(language);
        Map<Long, SentText> known = repository
                .of(notices.stream().map(NoticeRow::id).toList())
                .stream()
                .filter(sent ->
                        sent.channel() == ChannelName.INBOX && sent.language().equals(wanted))
                .collect(Collectors.toMap(SentText::noticeId, sent -> sent));
        Policies all = policies.all();
        List<Written> written = new ArrayList<>(notices.size());
        for (NoticeRow notice : notices) {
            SentText sent = known.get(notice.id());
            written.add(written(
                    sent == null ? inbox(notice, wanted, all, notice.detectedAt(), true) : sent, orderNo(notice)));
        }
        return written;
    }

    @Override
    public Map<Long, Map<ChannelName, Written>> sentOut(Collection<Long> noticeIds) {
        Map<Long, Map<ChannelName, Written>> sentOut = new HashMap<>();
        repository.of(noticeIds).stream()
                .filter(sent -> sent.channel().isOutside())
                .forEach(sent -> sentOut.computeIfAbsent(sent.noticeId(), unused -> new EnumMap<>(ChannelName.class))
                        .put(sent.channel(), written(sent, HIDDEN)));
        return sentOut;
    }

    private static Written written(SentText sent, Map<String, String> values) {
        return new Written(sent.filled(values), sent.version(), sent.policyId(), sent.madeLater());
    }

    /** An order's number may have come after its notice; it never changes. */
    private static Map<String, String> orderNo(NoticeRow notice) {
        return Stream.ofNullable(notice.orderNo()).collect(Collectors.toMap(unused -> "orderNo", number -> number));
    }
}
