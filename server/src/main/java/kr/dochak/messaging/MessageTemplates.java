package kr.dochak.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.messaging.Template.Rendered;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of all messages: versions, preview for each channel with its byte count, and activation by a second look
 * (MSG-3).
 */
@Component
public class MessageTemplates {

    /** Another process hears of a new text this much later. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final TemplateRepository templates;
    private volatile Map<Key, Template> active = Map.of();
    private volatile long readNanos;

    MessageTemplates(TemplateRepository templates) {
        this.templates = templates;
    }

    private record Key(String wording, ChannelName channel, String language) {}

    /** One version as staff see it; {@code wording} is the situation, e.g. {@code delayed-granted}. */
    public record TemplateVersion(
            long id, String wording, ChannelName channel, String language, int version, String title, String body) {}

    /**
     * A text with example values, as it will look.
     *
     * @param size characters, or for text messages bytes of EUC-KR
     * @param form {@code SMS} or {@code LMS} for text messages, else the channel
     * @param problems what forbids its activation; empty when it may go out
     */
    public record Preview(String title, String body, int size, String form, List<Sentence> problems) {}

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

    /** How a text would look and what is wrong with it; stores nothing. */
    public Preview preview(String wording, ChannelName channel, String language, String title, String body) {
        Template text = new Template(0, wording, channel, language, 0, title, body, null);
        Rendered example = text.render(TemplateExamples.values(language));
        boolean sms = channel == ChannelName.SMS;
        int size = sms
                ? SmsText.bytes(SmsText.plain(example.body()))
                : example.body().length();
        String form = sms && size > SmsText.SMS_BYTES ? "LMS" : channel.name();
        List<Sentence> problems = TemplateLint.check(text, TemplateExamples.values(language)).stream()
                .map(TemplateLint.Finding::detail)
                .toList();
        return new Preview(example.title(), example.body(), size, form, problems);
    }

    /** Keeps a new version as a draft; {@code vendorCode} is the Alimtalk vendor's approval, else null. */
    @Transactional
    public TemplateVersion draft(
            String wording,
            ChannelName channel,
            String language,
            String title,
            String body,
            @Nullable String vendorCode,
            String madeBy) {
        return version(
                templates.draft(new Template(0, wording, channel, language, 0, title, body, vendorCode), madeBy));
    }

    /** Puts a draft to use, when nothing forbids it. */
    @Transactional
    public TemplateActivation activate(long id, String activatedBy) {
        Template text = templates.byId(id).orElse(null);
        if (text == null) {
            return new TemplateActivation.Unknown();
        }
        List<TemplateLint.Finding> findings = TemplateLint.check(text, TemplateExamples.values(text.language()));
        if (!findings.isEmpty()) {
            return new TemplateActivation.Unfit(findings.stream()
                    .map(finding -> new FieldError("body", finding.problem(), finding.detail()))
                    .toList());
        }
        templates.activate(text, activatedBy);
        active = Map.of();
        return new TemplateActivation.Activated();
    }

    /** The text in use; Korean when there is none in that language. */
    Template inUse(String wording, ChannelName channel, String language) {
        boolean fresh = System.nanoTime() - readNanos < FRESH_NANOS;
        Map<Key, Template> known = active.isEmpty() || !fresh ? load() : active;
        return Optional.ofNullable(known.get(new Key(wording, channel, language)))
                .or(() -> Optional.ofNullable(known.get(new Key(wording, channel, "ko"))))
                .orElseThrow(() -> new IllegalStateException("no text for " + wording + " on " + channel));
    }

    private Map<Key, Template> load() {
        Map<Key, Template> loaded = new ConcurrentHashMap<>();
        templates.active().forEach(text -> loaded.put(new Key(text.wording(), text.channel(), text.language()), text));
        active = loaded;
        readNanos = System.nanoTime();
        return loaded;
    }

    private static TemplateVersion version(Template text) {
        return new TemplateVersion(
                text.id(), text.wording(), text.channel(), text.language(), text.version(), text.title(), text.body());
    }
}
