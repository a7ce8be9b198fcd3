package kr.dochak.alerts.sending;

import java.util.List;
import java.util.Optional;
import kr.dochak.alerts.sending.AlertPost.Sent;
import kr.dochak.alerts.sending.AlertPost.Sent.Outcome;
import kr.dochak.alerts.sending.MessageRepository.Message;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffLetters.Letter;
import kr.dochak.identity.StaffLetters.Link;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.PublicUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Alerts as letters to members of staff, each with the link that acknowledges it. */
@Component
public class AlertLetters {

    private static final String SENDER = "도착";

    private final ObjectProvider<StaffLetters> mail;
    private final StaffRepository staff;
    private final AckLinks links;
    private final AlertText texts;
    private final PublicUrl address;

    AlertLetters(
            ObjectProvider<StaffLetters> mail,
            StaffRepository staff,
            AckLinks links,
            AlertText texts,
            PublicUrl address) {
        this.mail = mail;
        this.staff = staff;
        this.links = links;
        this.texts = texts;
        this.address = address;
    }

    Sent send(Message message) {
        Optional<StaffRepository.Row> to = staff.byId(message.target()).filter(StaffRepository.Row::active);
        if (to.isEmpty()) {
            return new Sent(Outcome.NEVER, "no account");
        }
        return send(new Letter(
                message.key().toString(),
                to.get().email(),
                SENDER,
                message.title(),
                message.body(),
                List.of(
                        link("alerts.acknowledge", links.pathFor(message.alertId(), message.target())),
                        link("alerts.open", "/console/alerts/one/" + message.alertId())),
                "ko"));
    }

    private Link link(String word, String path) {
        return new Link(texts.word(word), address.address().resolve(path).toString());
    }

    private Sent send(Letter letter) {
        StaffLetters sender = mail.getIfAvailable();
        if (sender == null || !sender.isOn()) {
            return new Sent(Outcome.NEVER, "mail is off");
        }
        return switch (sender.send(letter)) {
            case SENT -> new Sent(Outcome.SENT, "");
            case LATER -> new Sent(Outcome.LATER, "not taken");
            case REFUSED -> new Sent(Outcome.NEVER, "refused");
        };
    }

    /** Sends somebody a letter that is only a test; true when it was taken. */
    public boolean test(long staffId, String key) {
        return staff.byId(staffId)
                .map(to -> send(new Letter(
                        key,
                        to.email(),
                        SENDER,
                        texts.word("alerts.test.title"),
                        texts.word("alerts.test.body"),
                        List.of(link("alerts.open", "/console/alerts")),
                        "ko")))
                .filter(sent -> sent.outcome() == Outcome.SENT)
                .isPresent();
    }
}
