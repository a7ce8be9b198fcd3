package kr.dochak.messaging.texts;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.approvals.Approvals;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.ChannelName;
import kr.dochak.settings.SecondPerson;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of all messages: versions, and activation by a second look (MSG-3).
 */
@Component
public class MessageTemplates {

    /** Another process sees a new text this much later. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String ALL = "all";

    private final TemplateRepository templates;
    private final Approvals approvals;
    private final Changes changes;
    private final InstantSource clock;
    private final Cache<String, Map<Key, Template>> known;
    private final Map<Long, Template> byId = new ConcurrentHashMap<>();

    MessageTemplates(TemplateRepository templates, Approvals approvals, Changes changes, InstantSource clock) {
        this.templates = templates;
        this.approvals = approvals;
        this.changes = changes;
        this.clock = clock;
        this.known = TimedCache.lasting(FRESH, clock);
    }

    private record Key(String wording, ChannelName channel, String language) {}

    /** One version as staff see it; {@code wording} is the situation, e.g. {@code delayed-granted}. */
    public record TemplateVersion(
            long id, String wording, ChannelName channel, String language, int version, String title, String body) {}

    /** The versions that are in use. */
    public List<TemplateVersion> inUse() {
        return templates.active().stream().map(MessageTemplates::version).toList();
    }

    /** All versions of one text, newest first. */
    public List<TemplateVersion> versions(String wording, ChannelName channel, String language) {
        return templates.versions(wording, channel, language).stream()
                .map(MessageTemplates::version)
                .toList();
    }

    /** Stores a new version as a draft; {@code vendorCode} is the Alimtalk vendor's approval, else null. */
    @Transactional
    public TemplateVersion draft(
            String wording,
            ChannelName channel,
            String language,
            String title,
            String body,
            @Nullable String vendorCode,
            String madeBy) {
        return version(templates.draft(
                new Template(0, wording, channel, language, 0, title, body, vendorCode), madeBy, clock.instant()));
    }

    /** The same, as it was written. */
    @Transactional
    public TemplateVersion draft(TextDraft draft, String madeBy) {
        return version(templates.draft(draft.template(), madeBy, clock.instant()));
    }

    /** Asks another person to agree that a draft be put to use, when nothing forbids it. */
    @Transactional
    public TemplateActivation propose(long id, StaffMember maker) {
        Template text = templates.byId(id).orElse(null);
        if (text == null) {
            return new TemplateActivation.Unknown();
        }
        Optional<TemplateActivation> unfit = unfit(text);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return new TemplateActivation.Waiting(approvals.ask(ApprovalWish.of(
                new SecondPerson.Wish(
                        TextApproval.KIND,
                        Long.toString(id),
                        MallId.DEFAULT,
                        maker.id(),
                        "approvals.what.text",
                        List.of(text.wording(), text.channel().name(), Integer.toString(text.version())),
                        "/console/texts/" + text.wording() + "/"
                                + text.channel().name(),
                        null),
                TextApproval.RIGHTS)));
    }

    private static Optional<TemplateActivation> unfit(Template text) {
        List<TemplateLint.Finding> findings = TemplateLint.check(text, TemplateExamples.values(text.language()));
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new TemplateActivation.Unfit(
                        findings.stream().map(TemplateLint.Finding::error).toList()));
    }

    /** The effect of an approval: puts a draft to use, when nothing forbids it. */
    @Transactional
    TemplateActivation activate(long id, String activatedBy) {
        Template text = templates.byId(id).orElse(null);
        if (text == null) {
            return new TemplateActivation.Unknown();
        }
        Optional<TemplateActivation> unfit = unfit(text);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        templates.activate(text, activatedBy, clock.instant());
        changes.note(Change.of("texts", id).as("texts.activation").house(true), who(activatedBy));
        known.invalidateAll();
        return new TemplateActivation.Activated();
    }

    private static Actor who(String name) {
        return new Actor(MallId.DEFAULT, null, name, "", "", null);
    }

    /** The text in use; Korean when there is none in that language. */
    public Template inUse(String wording, ChannelName channel, String language) {
        Map<Key, Template> active = active();
        return Optional.ofNullable(active.get(new Key(wording, channel, language)))
                .or(() -> Optional.ofNullable(active.get(new Key(wording, channel, "ko"))))
                .orElseThrow(() -> new IllegalStateException("no text for " + wording + " on " + channel));
    }

    /** One version, in use or not; a version never changes. */
    public Template version(long id) {
        return byId.computeIfAbsent(
                id, unused -> templates.byId(id).orElseThrow(() -> new IllegalStateException("no template " + id)));
    }

    /** Read outside the cache's own locks: who waits for one of them may hold the connection that the reader needs. */
    private Map<Key, Template> active() {
        Map<Key, Template> active = known.getIfPresent(ALL);
        if (active == null) {
            active = templates.active().stream()
                    .collect(Collectors.toMap(
                            text -> new Key(text.wording(), text.channel(), text.language()), text -> text));
            known.put(ALL, active);
        }
        return active;
    }

    private static TemplateVersion version(Template text) {
        return new TemplateVersion(
                text.id(), text.wording(), text.channel(), text.language(), text.version(), text.title(), text.body());
    }
}
