package kr.dochak.messaging.sending;

import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.wire.Wire;
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

    @Bean
    Channel alimtalkChannel(MessagingSettings settings, Wire wire, InstantSource clock, JsonMapper json) {
        return new AlimtalkChannel(settings.nhn(), new VendorHttp("nhn-alimtalk", settings, wire, json), clock);
    }

    @Bean
    Channel smsChannel(MessagingSettings settings, Wire wire, InstantSource clock, JsonMapper json) {
        return new SmsChannel(settings.nhn(), new VendorHttp("nhn-sms", settings, wire, json), clock);
    }

    @Bean
    Channel emailChannel(MessagingSettings settings) {
        return new EmailChannel(settings.mail(), sender(settings));
    }

    @Bean
    Channels channels(List<Channel> channels) {
        return new Channels(channels);
    }

    private static JavaMailSenderImpl sender(MessagingSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.mail().host());
        sender.setPort(settings.mail().port());
        if (!settings.mail().user().isBlank()) {
            sender.setUsername(settings.mail().user());
            sender.setPassword(settings.mail().password());
        }
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", "" + !settings.mail().user().isBlank());
        properties.setProperty("mail.smtp.starttls.enable", "" + settings.mail().startTls());
        properties.setProperty(
                "mail.smtp.starttls.required", "" + settings.mail().startTls());
        properties.setProperty(
                "mail.smtp.connectiontimeout", "" + settings.connectTimeout().toMillis());
        properties.setProperty(
                "mail.smtp.timeout", "" + settings.answerTimeout().toMillis());
        properties.setProperty(
                "mail.smtp.writetimeout", "" + settings.answerTimeout().toMillis());
        return sender;
    }
}
