package kr.dochak.messaging.sending;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.alerts.sending.StaffMail;
import kr.dochak.messaging.ChannelName;
import org.springframework.stereotype.Component;

/** Letters to members of staff (MSG-7), by the same relay as those to customers; they are in no inbox and no record of customers. */
@Component
class StaffLetters implements StaffMail {

    private static final String SENDER = "도착";

    private final Channels channels;

    StaffLetters(Channels channels) {
        this.channels = channels;
    }

    @Override
    public boolean isOn() {
        return channels.get(ChannelName.EMAIL).isOn();
    }

    @Override
    public Outcome send(Letter letter) {
        Map<String, String> links = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder(letter.body());
        add(body, links, "acknowledgeLink", letter.acknowledgeLabel(), letter.acknowledge());
        add(body, links, "openLink", letter.openLabel(), letter.open());
        Outbound message =
                new Outbound(letter.key(), letter.to(), letter.title(), body.toString(), null, links, SENDER, "ko");
        return switch (channels.get(ChannelName.EMAIL).send(message).verdict()) {
            case ACCEPTED, DELIVERED, WAIT -> Outcome.SENT;
            case NOT_SENT, UNKNOWN, NOT_TAKEN, FAILED_FOR_NOW -> Outcome.LATER;
            case NEVER_KNOWN, UNREACHABLE, MISCONFIGURED -> Outcome.REFUSED;
        };
    }

    private static void add(
            StringBuilder body, Map<String, String> links, String name, String label, String address) {
        if (!address.isEmpty()) {
            body.append("\n\n").append(label).append('\n').append(address);
            links.put(name, address);
        }
    }
}
