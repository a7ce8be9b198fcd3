package kr.dochak.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffLetters.Letter;
import kr.dochak.identity.StaffLetters.Outcome;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** IDN-1: a letter to staff arrives with its link, and who sends it learns when it did not leave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffMailsTests {

    private static final Letter LETTER = new Letter(
            "invitation-1",
            "haneul@people.example",
            "무지개상회",
            "초대받았어요",
            "하늘님, 안녕하세요.",
            List.of(new StaffLetters.Link("시작하기", "https://d.example/console/welcome/x")),
            "ko");

    private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void a_relay() {
        relay.start();
    }

    @AfterEach
    void end() {
        relay.stop();
    }

    private StaffMails mails(String host) {
        return mails(host, false);
    }

    private StaffMails mails(String host, boolean held) {
        MessagingSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "dochak.messaging.mail.host",
                        host,
                        "dochak.messaging.mail.start-tls",
                        "false",
                        "dochak.messaging.mail.port",
                        "" + relay.getSmtp().getPort())))
                .bind("dochak.messaging", MessagingSettings.class)
                .get();
        List<Channel> channels =
                new ArrayList<>(List.of(MessagingConfiguration.emailChannel(settings::mail, settings)));
        ChannelName.outside().stream()
                .filter(name -> name != ChannelName.EMAIL)
                .forEach(name -> channels.add(new Silent(name)));
        return new StaffMails(new Channels(channels, () -> held));
    }

    /** A channel that is not set up. */
    private record Silent(ChannelName name) implements Channel {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public SendResult send(Outbound message) {
            throw new IllegalStateException("not set up");
        }
    }

    @Test
    void IDN_1_the_letter_arrives_with_its_link_as_a_button() throws Exception {
        assertThat(mails("127.0.0.1").send(LETTER)).isEqualTo(Outcome.SENT);
        MimeMessage arrived = relay.getReceivedMessages()[0];
        assertThat(arrived.getAllRecipients()[0]).hasToString("haneul@people.example");
        assertThat(arrived.getSubject()).isEqualTo("초대받았어요");
        assertThat(GreenMailUtil.getWholeMessage(arrived)).contains("multipart");
    }

    @Test
    void SET_3_out_of_a_restored_copy_no_letter_leaves() {
        assertThat(mails("127.0.0.1", true).send(LETTER)).isEqualTo(Outcome.LATER);
        assertThat(relay.getReceivedMessages()).isEmpty();
    }

    @Test
    void IDN_1_a_letter_that_does_not_leave_is_no_secret() {
        assertThat(mails("").send(LETTER)).as("e-mail is not set up").isEqualTo(Outcome.REFUSED);
        StaffMails mails = mails("127.0.0.1");
        relay.stop();
        assertThat(mails.send(LETTER)).as("nobody answers").isEqualTo(Outcome.LATER);
    }
}
