package kr.dochak.messaging.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.MessagingSettings.Mail;
import kr.dochak.messaging.keys.SenderKeys;
import kr.dochak.time.OutsideHold;
import kr.dochak.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** Builds the outside channels from the settings, and a courier for each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
@Import(Couriers.class)
class MessagingConfiguration {

    /** A refusal of so long ago is over when none followed. */
    private static final Duration LATELY = Duration.ofHours(1);

    private static final Duration LATE = Duration.ofMinutes(5);

    @Bean
    Channel alimtalkChannel(
            SenderKeys keys, MessagingSettings settings, Wire wire, InstantSource clock, JsonMapper json) {
        return new AlimtalkChannel(keys::nhn, new VendorHttp("nhn-alimtalk", settings, wire, json), clock);
    }

    @Bean
    Channel smsChannel(SenderKeys keys, MessagingSettings settings, Wire wire, InstantSource clock, JsonMapper json) {
        return new SmsChannel(keys::nhn, new VendorHttp("nhn-sms", settings, wire, json), clock);
    }

    @Bean
    Channel emailChannel(SenderKeys keys, MessagingSettings settings) {
        return emailChannel(keys::mail, settings);
    }

    static Channel emailChannel(Supplier<Mail> keys, MessagingSettings settings) {
        return new EmailChannel(keys, mail -> sender(mail, settings));
    }

    @Bean
    Channels channels(List<Channel> channels, ObjectProvider<OutsideHold> holds) {
        return new Channels(channels, () -> holds.stream().anyMatch(OutsideHold::isHeld));
    }

    /** A vendor refuses our set-up, and repeating does not help (MSG-7). */
    @Bean
    AlertKind refusedChannelAlert(ChannelAlarmRepository alarms, InstantSource clock) {
        return AlertKind.watched(
                        "messaging.channel-refused",
                        Severity.GRAVE,
                        Right.INTEGRATIONS_SEE,
                        mall -> alarms.within(LATELY, clock.instant()).stream()
                                .map(each -> new AlertCause(
                                        each.channel() + " " + each.code(),
                                        each.channel() + " " + each.code(),
                                        "/console",
                                        1,
                                        each.firstAt()))
                                .toList(),
                        Role.OPERATOR,
                        Role.ADMIN)
                .house();
    }

    /** Messages wait to be sent for longer than anything should. */
    @Bean
    AlertKind lateQueueAlert(Channels channels, DeliveryRepository queue, InstantSource clock) {
        return AlertKind.watched(
                        "messaging.queue-late",
                        Severity.GRAVE,
                        Right.INTEGRATIONS_SEE,
                        mall -> channels.on().stream()
                                .flatMap(name -> late(name, queue.nextDue(name), clock.instant()).stream())
                                .toList(),
                        Role.OPERATOR,
                        Role.ADMIN)
                .house();
    }

    private static Optional<AlertCause> late(ChannelName name, @Nullable Instant due, Instant now) {
        return due != null && due.isBefore(now.minus(LATE))
                ? Optional.of(AlertCause.of(name.name(), name.name(), "/console", due))
                : Optional.empty();
    }

    private static JavaMailSenderImpl sender(Mail mail, MessagingSettings settings) {
        // Without this each part of each letter looks through all jars for who writes its lines.
        // Parts know no session of mail, so only a property of the whole program reaches them.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        if (!mail.user().isBlank()) {
            sender.setUsername(mail.user());
            sender.setPassword(mail.password());
        }
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", "" + !mail.user().isBlank());
        properties.setProperty("mail.smtp.starttls.enable", "" + mail.startTls());
        properties.setProperty("mail.smtp.starttls.required", "" + mail.startTls());
        properties.setProperty(
                "mail.smtp.connectiontimeout", "" + settings.connectTimeout().toMillis());
        properties.setProperty(
                "mail.smtp.timeout", "" + settings.answerTimeout().toMillis());
        properties.setProperty(
                "mail.smtp.writetimeout", "" + settings.answerTimeout().toMillis());
        return sender;
    }
}
