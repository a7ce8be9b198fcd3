package kr.dochak.messaging.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings.Mail;
import kr.dochak.messaging.sending.SendResult.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail by SMTP. The key is the Message-ID, so that a letter sent twice after a crash is one letter in the mailbox. */
class EmailChannel implements Channel {

    private final Supplier<Mail> settings;
    private final Function<Mail, JavaMailSender> relays;
    private volatile @Nullable Relay relay;

    /** @param relays the sender of a relay's settings, made once for each that counts */
    EmailChannel(Supplier<Mail> settings, Function<Mail, JavaMailSender> relays) {
        this.settings = settings;
        this.relays = relays;
    }

    private record Relay(Mail settings, JavaMailSender mail) {}

    private Relay relay() {
        Mail now = settings.get();
        Relay known = relay;
        if (known == null || !known.settings().equals(now)) {
            known = new Relay(now, relays.apply(now));
            relay = known;
        }
        return known;
    }

    @Override
    public ChannelName name() {
        return ChannelName.EMAIL;
    }

    @Override
    public boolean isOn() {
        return !settings.get().host().isBlank();
    }

    /**
     * Nobody can be asked, and nobody needs to be: a letter has one Message-ID for ever, so a second copy is the same
     * letter.
     */
    @Override
    public SendResult ask(Outbound message, Instant since) {
        return send(message);
    }

    @Override
    public SendResult send(Outbound message) {
        Relay to = relay();
        try {
            to.mail().send(letter(to, message));
            return new SendResult(Verdict.ACCEPTED, "250", message.key(), 0);
        } catch (MailAuthenticationException e) {
            return SendResult.of(Verdict.MISCONFIGURED, "smtp-login");
        } catch (MailSendException e) {
            return isWithoutTls(e)
                    ? SendResult.of(Verdict.MISCONFIGURED, "smtp-tls")
                    : SendResult.of(verdict(e), "smtp");
        } catch (MailException | MessagingException e) {
            return SendResult.of(Verdict.UNREACHABLE, "bad-letter");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage letter(Relay to, Outbound message)
            throws MessagingException, java.io.UnsupportedEncodingException {
        String from = to.settings().from();
        MimeMessage letter = to.mail().createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(letter, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from, message.mall());
        helper.setTo(message.to());
        helper.setSubject(message.title());
        helper.setText(message.body(), EmailLayout.html(message));
        letter.setHeader("Message-ID", "<" + message.key() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        letter.setHeader("Content-Language", message.language());
        return letter;
    }

    /** The relay offers no TLS, or one that cannot be trusted: nothing was sent, and nothing will be until somebody sees to it. */
    private static boolean isWithoutTls(MailSendException e) {
        return causes(e).stream()
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(text ->
                        text.contains("STARTTLS is required") || text.contains("Could not convert socket to TLS"));
    }

    private static Verdict verdict(MailSendException e) {
        for (Throwable cause : causes(e)) {
            if (cause instanceof jakarta.mail.SendFailedException) {
                return Verdict.UNREACHABLE;
            }
            if (cause instanceof java.net.ConnectException || named(cause, "MailConnectException")) {
                return Verdict.NOT_SENT;
            }
        }
        return Verdict.UNKNOWN;
    }

    private static java.util.List<Throwable> causes(MailSendException e) {
        java.util.List<Throwable> all = new java.util.ArrayList<>(java.util.List.of(e.getMessageExceptions()));
        for (Throwable cause = e.getCause(); cause != null && all.size() < 20; cause = cause.getCause()) {
            all.add(cause);
        }
        return all;
    }

    private static boolean named(Throwable cause, String name) {
        return cause.getClass().getSimpleName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
