package kr.dochak.simulator.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxTests {

    @Test
    void mail_to_many_people_is_read_once_each_whoever_gets_the_next() throws IOException {
        Inbox inbox = new Inbox(() -> LocalDateTime.of(2026, 11, 23, 9, 0), message -> {});
        int port = freePort();
        Mailbox mailbox = new Mailbox(port, inbox);
        mailbox.open();
        for (String to : List.of("b@people.example", "a@people.example", "b@people.example", "c@people.example")) {
            GreenMailUtil.sendTextEmail(
                    to, "shop@mall.example", "주문", "확인", new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
            mailbox.collect();
        }
        mailbox.close();
        assertThat(inbox.messages(null, null, 100))
                .extracting(Message::to)
                .containsExactly("c@people.example", "b@people.example", "a@people.example", "b@people.example");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
