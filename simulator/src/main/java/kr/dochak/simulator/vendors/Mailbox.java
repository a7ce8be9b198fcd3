package kr.dochak.simulator.vendors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everybody's mailbox behind one SMTP port, which can be out of order. */
public final class Mailbox {

    private final int port;
    private final Inbox inbox;
    private @Nullable GreenMail server;
    /** How many of each address are read: the server lists mailbox by mailbox, each in the order of arrival. */
    private Map<String, Integer> read = Map.of();

    public Mailbox(int port, Inbox inbox) {
        this.port = port;
        this.inbox = inbox;
    }

    /** Opens, and reads new mail every now and then, so that it also reaches people who do not ask. */
    public void serve() {
        open();
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(2);
                collect();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void open() {
        if (server == null) {
            GreenMail opened = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            opened.start();
            server = opened;
            read = Map.of();
        }
    }

    public synchronized void close() {
        collect();
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    public synchronized boolean isOpen() {
        return server != null;
    }

    /** New mail goes to the inbox of all channels. */
    public synchronized void collect() {
        if (server == null) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            Message message = message(mail);
            int nth = seen.merge(message.to(), 1, Integer::sum);
            if (nth > read.getOrDefault(message.to(), 0)) {
                inbox.receive(message);
            }
        }
        read = seen;
    }

    private Message message(MimeMessage mail) {
        try {
            String to = GreenMailUtil.getAddressList(mail.getRecipients(RecipientType.TO));
            String key = mail.getHeader("Message-ID", null);
            return new Message(
                    "EMAIL", address(to), null, mail.getSubject(), text(mail.getContent()), inbox.now(), key);
        } catch (MessagingException | IOException unreadable) {
            return new Message("EMAIL", "", null, null, String.valueOf(unreadable.getMessage()), inbox.now(), null);
        }
    }

    private static String address(String to) {
        return to.replaceAll(".*<|>.*", "").strip();
    }

    /** The first part that is text, as it is. */
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts && parts.getCount() > 0) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return String.valueOf(content);
    }
}
