package kr.dochak.messaging.sending;

import java.util.Map;
import java.util.UUID;
import kr.dochak.identity.StaffLetters;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.sending.SendResult.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Letters to staff, straight to the mail relay: they hold secret links, so they are in no queue and no record. */
@Component
class StaffMails implements StaffLetters {

    private static final Logger log = LoggerFactory.getLogger(StaffMails.class);
    /** The words on the button of a letter, above its link. */
    private static final Map<String, String> BUTTON = Map.of("ko", "시작하기", "en", "Begin");

    private final Channels channels;

    StaffMails(Channels channels) {
        this.channels = channels;
    }

    @Override
    public boolean send(Letter letter) {
        if (!channels.on().contains(ChannelName.EMAIL)) {
            log.warn("a letter to a member of staff was not sent: e-mail is not set up");
            return false;
        }
        String body = letter.text() + "\n\n" + BUTTON.getOrDefault(letter.language(), "") + "\n" + letter.link();
        Verdict verdict = channels.get(ChannelName.EMAIL)
                .send(new Outbound(
                        UUID.randomUUID().toString(),
                        letter.to(),
                        letter.title(),
                        body,
                        null,
                        Map.of("link", letter.link()),
                        letter.sender(),
                        letter.language()))
                .verdict();
        boolean sent = verdict == Verdict.ACCEPTED || verdict == Verdict.DELIVERED;
        if (!sent) {
            log.warn("a letter to a member of staff was not sent: {}", verdict);
        }
        return sent;
    }
}
