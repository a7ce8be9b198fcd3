package kr.dochak.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.alerts.sending.HookShape;
import kr.dochak.alerts.sending.Hooks;
import kr.dochak.care.Cases;
import kr.dochak.care.CustomerMessage;
import kr.dochak.care.CustomerMessage.Writing;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * MSG-7: from a customer's words of danger to the mailbox and the room of whoever is to hear it, in real time, with the heart beating. It
 * measures and says so; what it asks for is far more than is usual, since machines that test are busy.
 */
@Tag("slow")
@ProductTest
class AlertLatencyTests {

    private static final Logger log = LoggerFactory.getLogger(AlertLatencyTests.class);
    private static final int ROUNDS = 20;
    private static final GreenMail MAILBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Sink ROOM = new Sink();

    @DynamicPropertySource
    static void in_real_time(DynamicPropertyRegistry settings) {
        MAILBOX.start();
        settings.add("dochak.clock.mode", () -> "real");
        settings.add("dochak.webhooks.reach", () -> "LOOPBACK");
        settings.add("dochak.messaging.mail.host", () -> "127.0.0.1");
        settings.add("dochak.messaging.mail.start-tls", () -> "false");
        settings.add("dochak.messaging.mail.port", () -> MAILBOX.getSmtp().getPort());
        settings.add("dochak.messaging.mail.from", () -> "hello@dochak.example");
    }

    @AfterAll
    static void close() {
        MAILBOX.stop();
        ROOM.close();
    }

    @Autowired
    Cases cases;

    @Autowired
    Alerts alerts;

    @Autowired
    Hooks hooks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void MSG_7_from_the_cause_to_the_inbox() {
        StaffMember agent = StaffFixture.of(jdbc, "agent@dochak.example");
        assertThat(hooks.add(
                        agent.tenantId(),
                        agent.id(),
                        new Hooks.Wish("당직방", HookShape.SLACK, ROOM.url("/services/T/B/x"), Severity.GRAVE)))
                .isInstanceOf(Hooks.Added.Done.class);
        List<Long> mails = new ArrayList<>();
        List<Long> rooms = new ArrayList<>();
        for (int n = 0; n < ROUNDS; n++) {
            long begun = System.nanoTime();
            String caseNo = ((Writing.Taken) cases.write(new CustomerMessage(
                            agent.tenantId(),
                            new PersonId(7_000_000 + n),
                            null,
                            CaseChannel.PORTAL,
                            "상자를 열다가 유리조각에 베였어요. 병원에 갔어요.",
                            "latency " + n)))
                    .receipt()
                    .caseNo();
            rooms.add(until(begun, () -> ROOM.bodies().stream().anyMatch(body -> body.contains(caseNo))));
            mails.add(until(
                    begun,
                    () -> Stream.of(MAILBOX.getReceivedMessages())
                            .anyMatch(mail -> subject(mail).contains(caseNo))));
            Optional<Alert> alert = alerts.page(agent, AlertFilter.Show.RINGING, null, caseNo, null, 1).items().stream()
                    .findFirst();
            assertThat(alerts.acknowledge(agent, alert.orElseThrow(), false)).isTrue();
        }
        log.info("from the cause to the mailbox: {}; to the room: {}", line(mails), line(rooms));
        assertThat(Collections.max(mails)).isLessThan(20_000);
        assertThat(Collections.max(rooms)).isLessThan(20_000);
    }

    private static long until(long begun, java.util.concurrent.Callable<Boolean> there) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(there);
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static String line(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return "median " + sorted.get(ROUNDS / 2) + " ms, p95 " + sorted.get(ROUNDS * 95 / 100 - 1) + " ms, most "
                + sorted.getLast() + " ms";
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
