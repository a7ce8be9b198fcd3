package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.TestDatabase;
import kr.dochak.identity.factors.Phone;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** SET-2: from an empty database to a promised, scanned, delivered order and its messages, without leaving the browser. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "dochak.clock.mode=real",
            "management.server.port=0",
            "server.shutdown=immediate",
            "spring.lifecycle.timeout-per-shutdown-phase=2s",
            "dochak.identity.vault-key=dGVzdHMgc2VhbCB3aXRoIGEga2V5IG9mIDMyIGIuLi4=",
        })
@ContextConfiguration(initializers = TestDatabase.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstDayTests {

    private static final Logger log = LoggerFactory.getLogger(FirstDayTests.class);
    private static final GreenMail MAILBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Path SHOWN = shown();
    private static final String EMAIL = "owner@rainbow.example";
    private static final String PASSWORD = "작은 배가 서른 척이나 떠요";

    @LocalServerPort
    private int port;

    private final Screens screens = new Screens();
    private Browser browser;
    private int clicks;

    private static Path shown() {
        try {
            return Files.createTempDirectory("first-day").resolve("first-start.txt");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void with_a_mailbox(DynamicPropertyRegistry settings) {
        MAILBOX.start();
        settings.add("dochak.identity.first.shown-in", SHOWN::toString);
        settings.add("dochak.messaging.mail.host", () -> "127.0.0.1");
        settings.add("dochak.messaging.mail.start-tls", () -> "false");
        settings.add("dochak.messaging.mail.port", () -> MAILBOX.getSmtp().getPort());
        settings.add("dochak.messaging.mail.from", () -> "hello@dochak.example");
    }

    @BeforeAll
    void open() {
        browser = Browser.launch();
    }

    @AfterAll
    void close() {
        browser.close();
        MAILBOX.stop();
    }

    @Test
    void SET_2_a_company_comes_from_an_empty_database_to_its_first_delivered_order() throws IOException {
        Instant begun = Instant.now();
        String printed = Files.readString(SHOWN);
        String link = printed.substring(printed.indexOf("/setup/")).strip();
        try (BrowserContext context = browser.context("http://localhost:" + port, Browser.DESK)) {
            Page page = context.newPage();
            page.setDefaultTimeout(60_000);
            theOwnerIsMade(page, link);
            theListSaysWhatIsMissing(page);
            aKeyIsMade(page);
            aMessageArrives(page);
            windowsAreLearned(page);
            anOrderGoesTheWholeWay(page);
            log.info(
                    "SET-2: from an empty database to the first delivered order in {} s and {} clicks",
                    Duration.between(begun, Instant.now()).toSeconds(),
                    clicks);
            page.navigate(link);
            assertThat(page.textContent("main")).contains("열 수 없어요");
        }
        assertThat(screens.wrong()).isEmpty();
    }

    private void theOwnerIsMade(Page page, String link) {
        page.navigate(link + "?lang=ko");
        look(page, "setup");
        click(page, "text=시작하기");
        look(page, "setup wrong");
        page.fill("#field-email", EMAIL);
        page.fill("#field-name", "한소라");
        page.fill("#field-fresh", PASSWORD);
        page.fill("#field-again", PASSWORD);
        page.fill("#field-mallName", "무지개상회");
        page.fill("#field-mallCode", "rainbow");
        click(page, "text=시작하기");
        look(page, "setup done");
        click(page, "text=로그인하고 개점 준비로");
        page.fill("[name=email]", EMAIL);
        page.fill("[name=password]", PASSWORD);
        click(page, "main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        click(page, "main form button[type=submit]");
        Phone phone = Phone.reading(page.content());
        page.fill("[name=code]", phone.code(Instant.now()));
        click(page, "#app button[type=submit]");
        page.waitForSelector(".recovery-codes");
        click(page, "main a.button");
        page.navigate("/console");
        click(page, "text=이어서 준비하기");
    }

    private void aKeyIsMade(Page page) {
        page.navigate("/console/malls");
        look(page, "malls");
        click(page, "td a[href^='/console/malls/']");
        page.fill("#field-label", "주문 연동 서버");
        click(page, "text=열쇠 만들기");
        assertThat(page.textContent(".one-time")).startsWith("dk_");
        look(page, "mall key");
    }

    private void theListSaysWhatIsMissing(Page page) {
        assertThat(page.textContent("#line-TRIAL")).contains("남음");
        look(page, "list");
        page.fill("#words-DEFECT", "14일 안에 사진을 받고 바로 다시 보내요");
        click(page, "#line-DEFECT button");
        page.waitForSelector("#line-DEFECT:has-text('한소라')");
        assertThat(page.textContent("#line-DEFECT")).contains("바로 다시 보내요");
        page.navigate("/console");
        assertThat(page.textContent("main")).contains("개점 준비가");
        look(page, "board");
    }

    private void aMessageArrives(Page page) {
        page.navigate("/console/first-day/senders");
        click(page, "text=보내기 >> nth=0");
        await().atMost(Duration.ofSeconds(30)).until(() -> MAILBOX.getReceivedMessages().length > 0);
        look(page, "senders sent");
        page.fill("#digits-EMAIL", digits());
        click(page, "button:has-text('도착 확인')");
        page.waitForSelector("main:has-text('에 도착')");
        look(page, "senders arrived");
    }

    private static String digits() {
        Matcher found = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)").matcher(text(MAILBOX.getReceivedMessages()[0]));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** The first text of a letter, decoded. */
    private static String text(Part part) {
        try {
            return part.getContent() instanceof Multipart parts ? text(parts.getBodyPart(0)) : "" + part.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void windowsAreLearned(Page page) throws IOException {
        Path file = SHOWN.resolveSibling("past.csv");
        Files.writeString(file, pastDeliveries());
        page.navigate("/console/first-day/past");
        page.setInputFiles("#past-file", file);
        click(page, "button:has-text('올리고 배우기')");
        page.waitForSelector("main:has-text('60건')");
        assertThat(page.textContent("main")).contains("CJ대한통운", "서울");
        look(page, "past");
    }

    private static String pastDeliveries() {
        StringBuilder lines = new StringBuilder("주문일시,집화일시,배송완료일시,택배사,우편번호\n");
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        LocalDateTime day = LocalDateTime.now(Seoul.ZONE).minusDays(70).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < 60; i++) {
            LocalDateTime ordered = day.plusDays(i).plusHours(10);
            lines.append(String.join(
                            ",",
                            form.format(ordered),
                            form.format(ordered.plusHours(8)),
                            form.format(ordered.plusHours(28 + i % 5)),
                            "CJ대한통운",
                            "06236"))
                    .append('\n');
        }
        return lines.toString();
    }

    private void anOrderGoesTheWholeWay(Page page) {
        page.navigate("/console/first-day/trials");
        look(page, "trials none");
        click(page, "main form button[type=submit]");
        page.waitForSelector("#stations[data-ended=false]");
        page.waitForSelector("#stations[data-ended=true]", new Page.WaitForSelectorOptions().setTimeout(180_000));
        look(page, "trial");
        assertThat(page.textContent("#stations")).contains("끝까지 감", "배송 완료", "이메일");
        assertThat(MAILBOX.getReceivedMessages().length).isGreaterThan(1);
        page.navigate("/console/first-day");
        assertThat(page.textContent("#line-TRIAL")).contains("됨");
        look(page, "list later");
    }

    private void click(Page page, String what) {
        page.click(what);
        page.waitForLoadState();
        clicks++;
    }

    private void look(Page page, String name) {
        for (int width : List.of(Browser.PHONE, Browser.DESK)) {
            page.setViewportSize(width, 900);
            screens.look(page, "first day " + name + " " + width);
        }
    }
}
