package kr.dochak.simulator.vendors;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everybody's mailbox behind one SMTP port, which can be out of order. */
public final class Mailbox {

    private final int port;
    private final Inbox inbox;
    private @Nullable GreenMail server;

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

    /** New mail goes to the inbox of all channels, and out of its mailbox. */
    public synchronized void collect() {
        if (server == null) {
            return;
        }
        ImapHostManager mailboxes = server.getManagers().getImapHostManager();
        for (GreenMailUser user : users(server)) {
            try {
                MailFolder folder = mailboxes.getInbox(user);
                // a copy, since more may come while these are read
                for (StoredMessage mail : new ArrayList<>(folder.getMessages())) {
                    inbox.receive(message(mail.getMimeMessage()));
                    mail.setFlag(Flags.Flag.DELETED, true);
                }
                folder.expunge();
            } catch (FolderException away) {
                System.getLogger("mailbox").log(System.Logger.Level.DEBUG, "a mailbox went away", away);
            }
        }
    }

    /** Somebody may get their first mail while the list is made; it is made anew with the next look. */
    private static List<GreenMailUser> users(GreenMail server) {
        try {
            return new ArrayList<>(server.getManagers().getUserManager().listUser());
        } catch (ConcurrentModificationException another) {
            return List.of();
        }
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
