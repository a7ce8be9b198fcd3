package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.messaging.texts.MessageTemplates.TemplateVersion;
import kr.dochak.messaging.texts.TemplateActivation;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MSG-8: what was said stays word for word, whatever becomes of its template, its words or its reader. */
@ProductTest
class WordForWordTests {

    private static final MallId MALL = new MallId(1);
    private static final Set<StaffMember.Role> BOTH = Set.of(StaffMember.Role.MANAGER, StaffMember.Role.PLATFORM);

    private static final AtomicLong IDS = new AtomicLong(9_400_000);
    private static final FakeNhn NHN = start();

    @Autowired
    Notices notices;

    @Autowired
    KnownOrders orders;

    @Autowired
    Messages messages;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Approvals approvals;

    @Autowired
    People people;

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<TemplateVersion> before = new java.util.ArrayList<>();
    private MallId mall = new MallId(0);
    private PersonId person = new PersonId(0);
    private OrderId order = new OrderId(0);
    private String phone = "";

    private static FakeNhn start() {
        try {
            return new FakeNhn();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry settings) {
        settings.add("dochak.messaging.nhn.url", NHN::url);
        settings.add("dochak.messaging.nhn.app-key", () -> "app");
        settings.add("dochak.messaging.nhn.secret", () -> "secret");
        settings.add("dochak.messaging.nhn.sender-key", () -> "sender");
        settings.add("dochak.messaging.nhn.sms-sender", () -> "1588-0000");
    }

    @BeforeEach
    void a_customer_who_has_a_promise() {
        NHN.status = null;
        jdbc.sql("insert into identity.mall (code, name, created_at) values ('verbatim', '무지개문구', now())"
                        + " on conflict do nothing")
                .update();
        mall = new MallId(jdbc.sql("select tenant_id from identity.mall where code = 'verbatim'")
                .query(Long.class)
                .single());
        long id = IDS.incrementAndGet();
        order = new OrderId(id);
        phone = "010" + (10_000_000 + id);
        person = people.enrol(mall, List.of(new PersonalData("v-" + id, "한지우", phone, null, "ko")))
                .getFirst();
    }

    @AfterEach
    void the_texts_are_as_they_were() {
        before.forEach(text -> use(text, text.title(), text.body()));
    }

    private void known() {
        orders.confirmed(List.of(new PlacedOrder(
                order, mall, "W-" + order, person, 1, clock.instant(), "인천", "서울", null, 40_000, 1, null)));
    }

    private void promised() {
        Instant day = Instant.parse("2026-12-24T15:00:00Z");
        TimeWindow window = new TimeWindow(day.plus(Duration.ofHours(14)), day.plus(Duration.ofHours(18)));
        notices.promised(
                List.of(new Made(new PromiseId(order.value()), order, mall, person, window, false, clock.instant())));
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        heartbeat.runDue(clock.instant());
    }

    private void change(ChannelName channel, String language, String body) {
        TemplateVersion present = templates.inUse().stream()
                .filter(text -> text.wording().equals("order-confirmed")
                        && text.channel() == channel
                        && text.language().equals(language))
                .findFirst()
                .orElseThrow();
        before.add(present);
        use(present, "바뀐 제목", body);
    }

    private void use(TemplateVersion text, String title, String body) {
        TemplateVersion draft =
                templates.draft(text.wording(), text.channel(), text.language(), title, body, "dochak-v", "test");
        TemplateActivation.Waiting waiting =
                (TemplateActivation.Waiting) templates.propose(draft.id(), new StaffMember(41, MALL, "쓴이", BOTH));
        assertThat(approvals.decide(new StaffMember(42, MALL, "본이", BOTH), waiting.requestId(), true, ""))
                .isInstanceOf(ApprovalAnswer.Decided.class);
    }

    private OrderNotice only(String language) {
        List<OrderNotice> all = messages.ofOrder(order, language);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void MSG_8_a_text_that_is_changed_later_changes_no_history() {
        known();
        promised();
        String korean = only("ko").body();
        String english = only("en").body();

        change(ChannelName.INBOX, "ko", "전혀 다른 글. 도착: #{window}");
        change(ChannelName.INBOX, "en", "Quite another text. Arrives: #{window}");

        assertThat(korean).contains("W-" + order, "12월 25일(금) 오후 2–6시");
        assertThat(only("ko").body()).isEqualTo(korean);
        assertThat(only("ko").title()).isNotEqualTo("바뀐 제목");
        assertThat(only("en").body()).isEqualTo(english);
        assertThat(messages.inboxOf(person, "ko", null, 5).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.body()).isEqualTo(korean));
        assertThat(only("ko").written().madeLater()).isFalse();
    }

    @Test
    void MSG_8_a_number_that_comes_after_its_notice_stands_in_it() {
        promised();
        assertThat(only("ko").body()).contains("#{orderNo}");
        known();
        change(ChannelName.INBOX, "ko", "전혀 다른 글. 도착: #{window}");

        assertThat(only("ko").body()).contains("W-" + order).doesNotContain("#{", "전혀 다른");
    }

    @Test
    void MSG_8_what_goes_out_is_written_down_with_the_name_sealed() {
        known();
        promised();
        pass(Duration.ZERO);

        assertThat(NHN.takenFor(phone))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.parameters().path("name").asString()).isEqualTo("한지우"));
        assertThat(only("ko").deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(java.util.Objects.requireNonNull(delivery.written())
                                .text()
                                .body())
                        .contains("○○○님", "W-" + order, "12월 25일(금) 오후 2–6시", "/t/…")
                        .doesNotContain("한지우"));
        assertThat(jdbc.sql("select count(*) from messaging.sent_text where body like '%한지우%' or title like '%한지우%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void MSG_8_a_later_attempt_says_the_same_even_when_the_text_was_changed_between() {
        NHN.status = 503;
        known();
        promised();
        pass(Duration.ZERO);
        change(ChannelName.ALIMTALK, "ko", "전혀 다른 글. 도착: #{window} #{link}");
        NHN.status = null;
        pass(Duration.ofMinutes(2));

        assertThat(NHN.takenFor(phone)).isNotEmpty().allSatisfy(sent -> {
            assertThat(sent.body().path("templateCode").asString()).isEqualTo("dochak-31-ko");
            assertThat(sent.parameters().path("name").asString()).isEqualTo("한지우");
        });
    }

    @Test
    void MSG_8_notices_of_the_time_before_are_written_down_and_marked() {
        known();
        promised();
        TestDatabase.asSuperuser(jdbc)
                .sql(
                        "delete from messaging.sent_text where notice_id = (select id from messaging.notice where order_id = :o)")
                .param("o", order.value())
                .update();
        jdbc.sql("insert into messaging.text_to_write select id from messaging.notice where order_id = :o")
                .param("o", order.value())
                .update();
        pass(Duration.ofSeconds(20));
        String body = only("ko").body();
        change(ChannelName.INBOX, "ko", "전혀 다른 글. 도착: #{window}");

        assertThat(only("ko").written().madeLater()).isTrue();
        assertThat(only("ko").body()).isEqualTo(body).contains("W-" + order);
    }

    @Test
    void MSG_8_what_was_said_cannot_be_changed_and_goes_with_its_reader() {
        known();
        promised();
        pass(Duration.ZERO);
        people.erase(person);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> TestDatabase.asSuperuser(jdbc)
                        .sql("update messaging.sent_text set body = 'anders' where notice_id in"
                                + " (select id from messaging.notice where order_id = :o)")
                        .param("o", order.value())
                        .update());
        assertThat(only("ko").deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(java.util.Objects.requireNonNull(delivery.written())
                                .text()
                                .body())
                        .contains("○○○님"));
    }
}
