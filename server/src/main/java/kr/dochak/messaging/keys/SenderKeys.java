package kr.dochak.messaging.keys;

import java.util.List;
import kr.dochak.connections.Connection;
import kr.dochak.connections.Connection.Kind;
import kr.dochak.connections.ConnectionField;
import kr.dochak.connections.ConnectionField.Type;
import kr.dochak.connections.ConnectionPlan;
import kr.dochak.connections.Connections;
import kr.dochak.connections.Filled;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.MessagingSettings.Mail;
import kr.dochak.messaging.MessagingSettings.Nhn;
import org.springframework.stereotype.Component;

/** The keys by which messages leave, as they count now: of the page, or else of the environment (SET-1). */
@Component
public class SenderKeys implements ConnectionPlan {

    private final Connections connections;
    private final Connection<Nhn> nhn;
    private final Connection<Mail> mail;

    SenderKeys(Connections connections, MessagingSettings settings) {
        this.connections = connections;
        this.nhn = nhn(settings.nhn());
        this.mail = mail(settings.mail());
    }

    @Override
    public List<Connection<?>> connections() {
        return List.of(nhn, mail);
    }

    /** Those of Alimtalk and text messages. */
    public Nhn nhn() {
        return connections.of(nhn);
    }

    /** The relay of e-mail. */
    public Mail mail() {
        return connections.of(mail);
    }

    private static Connection<Nhn> nhn(Nhn given) {
        return new Connection<>(
                "nhn",
                Kind.SENDER,
                List.of(
                        ConnectionField.onOff("on", true),
                        new ConnectionField("app-key", Type.NAME, given.appKey()),
                        new ConnectionField("secret", Type.SECRET, given.secret()),
                        new ConnectionField("sender-key", Type.SECRET, given.senderKey()),
                        new ConnectionField("sms-sender", Type.PHONE, given.smsSender()),
                        new ConnectionField("webhook-signature", Type.SECRET, given.webhookSignature()),
                        ConnectionField.onOff("full-text", given.fullText())),
                filled -> nhn(given.url(), filled));
    }

    /** Without an app key nothing is sent; results of what was sent before are still believed. */
    private static Nhn nhn(String url, Filled filled) {
        return new Nhn(
                url,
                filled.isOn("on") ? filled.text("app-key") : "",
                filled.text("secret"),
                filled.text("sender-key"),
                filled.text("sms-sender"),
                filled.text("webhook-signature"),
                filled.isOn("full-text"));
    }

    private static Connection<Mail> mail(Mail given) {
        return new Connection<>(
                "mail",
                Kind.SENDER,
                List.of(
                        ConnectionField.onOff("on", true),
                        new ConnectionField("host", Type.HOST, given.host()),
                        new ConnectionField("port", Type.PORT, Integer.toString(given.port())),
                        new ConnectionField("user", Type.NAME, given.user()),
                        new ConnectionField("password", Type.SECRET, given.password()),
                        new ConnectionField("from", Type.MAIL, given.from())),
                filled -> new Mail(
                        filled.isOn("on") ? filled.text("host") : "",
                        filled.number("port"),
                        filled.text("user"),
                        filled.text("password"),
                        given.startTls(),
                        filled.text("from")));
    }
}
