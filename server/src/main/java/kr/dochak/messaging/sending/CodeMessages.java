package kr.dochak.messaging.sending;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.identity.CodeSender;
import kr.dochak.identity.Malls;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.messaging.sending.ChannelRoutes.Contacts;
import kr.dochak.messaging.sending.SendResult.Verdict;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.messaging.texts.Template;
import kr.dochak.messaging.trying.SenderTests;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OneLine;
import kr.dochak.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends one-time codes for log-in, straight to the vendor: a code is in memory only, so it is in no queue and no inbox.
 * Each route for codes is followed until a vendor has taken it; a person who waits asks for a new one.
 */
@Component
public class CodeMessages implements CodeSender, SenderTests {

    private static final Logger log = LoggerFactory.getLogger(CodeMessages.class);
    private static final int TRIES = 2;

    private final Channels channels;
    private final MessageTemplates templates;
    private final MessagingPolicies policies;
    private final People people;
    private final Malls malls;
    private final JdbcClient jdbc;

    CodeMessages(
            Channels channels,
            MessageTemplates templates,
            MessagingPolicies policies,
            People people,
            Malls malls,
            JdbcClient jdbc) {
        this.channels = channels;
        this.templates = templates;
        this.policies = policies;
        this.people = people;
        this.malls = malls;
        this.jdbc = jdbc;
    }

    @Override
    public void send(MallId tenantId, PersonId personId, String code) {
        PersonalData person = people.open(List.of(personId)).get(personId);
        if (person == null) {
            return;
        }
        String mall = malls.byId(tenantId).name();
        Contacts contacts = new Contacts(person.phone(), person.email());
        boolean sent = ChannelRoutes.starts(policies.all().of(tenantId).codeRoutes(), channels.on(), contacts).stream()
                .anyMatch(start -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(start.channel()), start.rest().stream())
                        .anyMatch(channel -> sent(channel, contacts, person, mall, code)));
        if (!sent) {
            log.warn("a log-in code reached nobody: no channel took it");
        }
    }

    private boolean sent(ChannelName channel, Contacts contacts, PersonalData person, String mall, String code) {
        Template template = templates.inUse(NoticeKind.LOGIN_CODE.code(), channel, person.locale());
        Map<String, String> values = Map.of("name", OneLine.of(person.name()).text(), "mall", mall, "code", code);
        Text text = template.render(values);
        String to = Objects.requireNonNull(contacts.at(channel));
        Outbound message = new Outbound(
                key(), to, text.title(), text.body(), template.vendorCode(), values, mall, template.language());
        for (int i = 0; i < TRIES; i++) {
            Verdict verdict = channels.get(channel).send(message).verdict();
            if (verdict == Verdict.ACCEPTED || verdict == Verdict.DELIVERED) {
                return true;
            }
            if (verdict != Verdict.UNKNOWN) {
                return false;
            }
        }
        return false;
    }

    @Override
    public List<ChannelName> on() {
        return ChannelName.outside().stream().filter(channels.on()::contains).toList();
    }

    /** The text of a code is the one that every channel has, and that a vendor approves first. */
    @Override
    public Outcome send(ChannelName channel, MallId mall, String to, String name, String digits, String language) {
        Template template = templates.inUse(NoticeKind.LOGIN_CODE.code(), channel, language);
        String from = malls.byId(mall).name();
        Map<String, String> values = Map.of("name", OneLine.of(name).text(), "mall", from, "code", digits);
        Text text = template.render(values);
        Outbound message = new Outbound(
                key(), to, text.title(), text.body(), template.vendorCode(), values, from, template.language());
        return switch (channels.get(channel).send(message).verdict()) {
            case ACCEPTED, DELIVERED, WAIT -> Outcome.TAKEN;
            case NOT_SENT, UNKNOWN, NOT_TAKEN, NEVER_KNOWN, FAILED_FOR_NOW -> Outcome.UNREACHED;
            case MISCONFIGURED -> Outcome.MISCONFIGURED;
            case UNREACHABLE -> Outcome.REFUSED;
        };
    }

    private String key() {
        return jdbc.sql("select gen_random_uuid()::text").query(String.class).single();
    }
}
