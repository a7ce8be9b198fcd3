package kr.dochak.alerts.sending;

import java.util.Optional;
import kr.dochak.alerts.sending.AlertPost.Sent;
import kr.dochak.alerts.sending.AlertPost.Sent.Outcome;
import kr.dochak.alerts.sending.MessageRepository.Message;
import kr.dochak.alerts.sending.StaffMail.Letter;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.PublicUrl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Alerts as letters to members of staff, each with the link that acknowledges it. */
@Component
public class AlertLetters {

    private final ObjectProvider<StaffMail> mail;
    private final StaffRepository staff;
    private final AckLinks links;
    private final AlertText texts;
    private final PublicUrl address;

    AlertLetters(
            ObjectProvider<StaffMail> mail,
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
                message.title(),
                message.body(),
                texts.word("alerts.open"),
                address.address().resolve("/console/alerts/one/" + message.alertId()).toString(),
                texts.word("alerts.acknowledge"),
                address.address()
                        .resolve(links.pathFor(message.alertId(), message.target()))
                        .toString()));
    }

    private Sent send(Letter letter) {
        StaffMail sender = mail.getIfAvailable();
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
                        texts.word("alerts.test.title"),
                        texts.word("alerts.test.body"),
                        texts.word("alerts.open"),
                        address.address().resolve("/console/alerts").toString(),
                        "",
                        "")))
                .filter(sent -> sent.outcome() == Outcome.SENT)
                .isPresent();
    }
}
