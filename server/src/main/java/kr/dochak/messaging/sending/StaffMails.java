package kr.dochak.messaging.sending;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.identity.StaffLetters;
import kr.dochak.messaging.ChannelName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Letters to staff, by the same relay as those to customers: they hold secret links, so they are in no queue and no record. */
@Component
class StaffMails implements StaffLetters {

    private static final Logger log = LoggerFactory.getLogger(StaffMails.class);

    private final Channels channels;

    StaffMails(Channels channels) {
        this.channels = channels;
    }

    @Override
    public boolean isOn() {
        return channels.get(ChannelName.EMAIL).isOn();
    }

    @Override
    public Outcome send(Letter letter) {
        if (!isOn()) {
            log.warn("a letter to a member of staff was not sent: e-mail is not set up");
            return Outcome.REFUSED;
        }
        SendResult.Verdict verdict =
                channels.get(ChannelName.EMAIL).send(message(letter)).verdict();
        Outcome outcome = switch (verdict) {
            case ACCEPTED, DELIVERED, WAIT -> Outcome.SENT;
            case NOT_SENT, UNKNOWN, NOT_TAKEN, FAILED_FOR_NOW -> Outcome.LATER;
            case NEVER_KNOWN, UNREACHABLE, MISCONFIGURED -> Outcome.REFUSED;
        };
        if (outcome != Outcome.SENT) {
            log.warn("a letter to a member of staff was not sent: {}", verdict);
        }
        return outcome;
    }

    private static Outbound message(Letter letter) {
        StringBuilder body = new StringBuilder(letter.text());
        Map<String, String> links = new LinkedHashMap<>();
        for (Link link : letter.links()) {
            body.append("\n\n").append(link.label()).append('\n').append(link.address());
            links.put(links.size() + "Link", link.address());
        }
        return new Outbound(
                letter.key(),
                letter.to(),
                letter.title(),
                body.toString(),
                null,
                links,
                letter.sender(),
                letter.language());
    }
}
