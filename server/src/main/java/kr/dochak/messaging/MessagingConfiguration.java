package kr.dochak.messaging;

import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import kr.dochak.identity.People;
import kr.dochak.shared.Ticking;
import kr.dochak.wire.Wire;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** Builds the outside channels from the settings, each with a courier of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
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

    @Bean
    Ticking alimtalkCourier(Channels channels, Desk desk) {
        return desk.courier(channels.get(ChannelName.ALIMTALK));
    }

    @Bean
    Ticking smsCourier(Channels channels, Desk desk) {
        return desk.courier(channels.get(ChannelName.SMS));
    }

    @Bean
    Ticking emailCourier(Channels channels, Desk desk) {
        return desk.courier(channels.get(ChannelName.EMAIL));
    }

    @Bean
    Desk courierDesk(
            DeliveryRepository queue,
            Deliveries deliveries,
            NoticeText texts,
            MessagingPolicies policies,
            PreferenceRepository preferences,
            People people,
            InstantSource clock) {
        return channel -> new Courier(channel, queue, deliveries, texts, policies, preferences, people, clock);
    }

    /** Where couriers are hired. */
    interface Desk {
        Courier courier(Channel channel);
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
