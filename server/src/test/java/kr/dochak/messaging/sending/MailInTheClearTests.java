package kr.dochak.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.Map;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.sending.SendResult.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** L9: codes and names leave by TLS, and in clear only where somebody has asked for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailInTheClearTests {

    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void a_relay_without_tls() {
        relay.start();
    }

    @AfterEach
    void end() {
        relay.stop();
    }

    private SendResult send(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "dochak.messaging.mail.host",
                "127.0.0.1",
                "dochak.messaging.mail.port",
                "" + relay.getSmtp().getPort()));
        values.putAll(more);
        MessagingSettings settings = new Binder(new MapConfigurationPropertySource(values))
                .bind("dochak.messaging", MessagingSettings.class)
                .get();
        return MessagingConfiguration.emailChannel(settings::mail, settings)
                .send(new Outbound("k-1", "a@people.example", "코드", "123456", null, Map.of(), "무지개상회", "ko"));
    }

    @Test
    void L9_a_relay_without_tls_is_sent_nothing_and_somebody_hears_of_it() {
        assertThat(send(Map.of())).isEqualTo(SendResult.of(Verdict.MISCONFIGURED, "smtp-tls"));
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void L9_nor_does_it_get_the_password() {
        Map<String, String> login = Map.of("dochak.messaging.mail.user", "u", "dochak.messaging.mail.password", "p");
        assertThat(send(login).code()).isEqualTo("smtp-tls");
    }

    @Test
    void L9_in_clear_when_asked() {
        assertThat(send(Map.of("dochak.messaging.mail.start-tls", "false")).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(relay.getReceivedMessages()).hasSize(1);
    }
}
