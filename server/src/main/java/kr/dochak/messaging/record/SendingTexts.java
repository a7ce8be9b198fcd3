package kr.dochak.messaging.record;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dochak.identity.vault.PersonalTexts;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.policy.MessagingPolicies.Policies;
import kr.dochak.messaging.texts.NoticeText;
import kr.dochak.messaging.texts.NoticeText.Rendered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of messages on their way out: written down before the first attempt, and the same at each later one (MSG-8). */
@Component
public class SendingTexts {

    private static final Logger log = LoggerFactory.getLogger(SendingTexts.class);

    private final SentTextRepository repository;
    private final NoticeText texts;
    private final PersonalTexts personal;
    private final InstantSource clock;
    /** What was sealed must open whatever the settings of the API's JSON are. */
    private final JsonMapper json = JsonMapper.builder().build();

    SendingTexts(SentTextRepository repository, NoticeText texts, PersonalTexts personal, InstantSource clock) {
        this.repository = repository;
        this.texts = texts;
        this.personal = personal;
        this.clock = clock;
    }

    /** A notice that goes to somebody of this name, in this language. */
    public record ToSend(NoticeRow notice, String name, String language) {}

    /** By notice; one that could not be put into words, or whose reader was erased meanwhile, is missing. */
    @Transactional
    public Map<Long, Rendered> forSending(ChannelName channel, List<ToSend> messages, Policies all) {
        Map<Long, SentText> written = repository
                .of(messages.stream().map(m -> m.notice().id()).toList())
                .stream()
                .filter(sent -> sent.channel() == channel)
                .collect(Collectors.toMap(SentText::noticeId, sent -> sent));
        Map<Long, Rendered> words = new HashMap<>(again(messages, written));
        words.putAll(first(
                channel,
                messages.stream()
                        .filter(m -> !written.containsKey(m.notice().id()))
                        .toList(),
                all));
        return words;
    }

    private Map<Long, Rendered> again(List<ToSend> messages, Map<Long, SentText> written) {
        List<ToSend> known = messages.stream()
                .filter(message -> {
                    SentText sent = written.get(message.notice().id());
                    return sent != null && sent.sealed() != null;
                })
                .toList();
        List<@Nullable String> values = personal.open(
                known.stream().map(message -> sealed(message.notice(), written)).toList());
        Map<Long, Rendered> words = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            String opened = values.get(i);
            SentText sent = written.get(known.get(i).notice().id());
            if (opened != null && sent != null) {
                Map<String, String> filled = json.readValue(opened, new TypeReference<>() {});
                words.put(
                        sent.noticeId(),
                        texts.again(
                                sent.templateId(),
                                sent.filled(filled),
                                filled,
                                known.get(i).notice().tenantId()));
            }
        }
        return words;
    }

    private static PersonalTexts.Sealed sealed(NoticeRow notice, Map<Long, SentText> written) {
        SentText sent = written.get(notice.id());
        byte[] bytes = sent == null ? null : sent.sealed();
        if (sent == null || bytes == null) {
            throw new IllegalStateException("nothing is sealed of notice " + notice.id());
        }
        return new PersonalTexts.Sealed(notice.personId(), place(notice, sent.channel()), bytes);
    }

    private Map<Long, Rendered> first(ChannelName channel, List<ToSend> messages, Policies all) {
        List<ToSend> worded = new ArrayList<>();
        List<Rendered> words = new ArrayList<>();
        for (ToSend message : messages) {
            try {
                words.add(texts.forSending(message.notice(), channel, message.name(), message.language(), all));
                worded.add(message);
            } catch (RuntimeException e) {
                log.warn(
                        "notice {} could not be put into words for {}",
                        message.notice().id(),
                        channel,
                        e);
            }
        }
        List<byte @Nullable []> sealed = personal.seal(IntStream.range(0, worded.size())
                .mapToObj(i -> new PersonalTexts.Clear(
                        worded.get(i).notice().personId(),
                        place(worded.get(i).notice(), channel),
                        values(words.get(i))))
                .toList());
        return written(channel, worded, words, sealed);
    }

    private Map<Long, Rendered> written(
            ChannelName channel, List<ToSend> messages, List<Rendered> words, List<byte @Nullable []> sealed) {
        List<SentText> fresh = new ArrayList<>();
        Map<Long, Rendered> byNotice = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            byte[] values = sealed.get(i);
            NoticeRow notice = messages.get(i).notice();
            Rendered rendered = words.get(i);
            if (values != null) {
                String language = rendered.template().language();
                fresh.add(SentTexts.of(notice, channel, language, rendered.withGaps(), values, false, clock.instant()));
                byNotice.put(notice.id(), rendered);
            }
        }
        repository.write(fresh);
        return byNotice;
    }

    private String values(Rendered rendered) {
        return json.writeValueAsString(rendered.values());
    }

    private static String place(NoticeRow notice, ChannelName channel) {
        return "notice/" + notice.id() + "/" + channel;
    }
}
