package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.Parcels;
import kr.dochak.ProductTest;
import kr.dochak.compensation.CompensationFact.DecidedDelay;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.compensation.CompensationFact.Ground;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.moves.MoveNotices;
import kr.dochak.messaging.moves.MoveRepository.Waiting;
import kr.dochak.messaging.sending.CodeMessages;
import kr.dochak.messaging.sending.DeliveryRepository;
import kr.dochak.messaging.sending.NhnWebhookController;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.messaging.texts.Template;
import kr.dochak.messaging.texts.TemplateExamples;
import kr.dochak.messaging.texts.TemplateLint;
import kr.dochak.orders.OrderFact.OrderCancelled;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.Changed;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.shared.Won;
import kr.dochak.time.Heartbeat;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.Move;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MSG-1, MSG-4, MSG-5 with the whole product and vendors that behave and misbehave. */
@ProductTest
class TellingCustomersTests {

    private static final AtomicLong ids = new AtomicLong(9_000_000);
    private static final FakeNhn nhn = start();
    private static final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Notices notices;

    @Autowired
    DelayNotices delays;

    @Autowired
    KnownOrders orders;

    @Autowired
    MoveNotices moves;

    @Autowired
    Messages messages;

    @Autowired
    Tracking tracking;

    @Autowired
    DeliveryRepository queue;

    @Autowired
    NhnWebhookController webhook;

    @Autowired
    CodeMessages codes;

    @Autowired
    People people;

    @Autowired
    Heartbeat heartbeat;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private long tenant;
    private long person;
    private long order;
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
        mailbox.start();
        settings.add("dochak.messaging.nhn.url", nhn::url);
        settings.add("dochak.messaging.nhn.app-key", () -> "app");
        settings.add("dochak.messaging.nhn.secret", () -> "secret");
        settings.add("dochak.messaging.nhn.sender-key", () -> "sender");
        settings.add("dochak.messaging.nhn.sms-sender", () -> "1588-0000");
        settings.add("dochak.messaging.nhn.webhook-signature", () -> "our-word");
        settings.add("dochak.messaging.mail.host", () -> "127.0.0.1");
        settings.add("dochak.messaging.mail.start-tls", () -> "false");
        settings.add("dochak.messaging.mail.port", () -> mailbox.getSmtp().getPort());
        settings.add("dochak.messaging.mail.from", () -> "hello@dochak.example");
    }

    @AfterAll
    static void stop() {
        mailbox.stop();
    }

    @BeforeEach
    void a_customer_with_an_order() {
        nhn.status = null;
        nhn.losesAnswers = false;
        jdbc.sql(
                        "insert into identity.mall (code, name, created_at) values ('msg', '무지개문구', now()) on conflict do nothing")
                .update();
        tenant = jdbc.sql("select tenant_id from identity.mall where code = 'msg'")
                .query(Long.class)
                .single();
        newCustomer(null);
    }

    private void newCustomer(@Nullable String email) {
        order = ids.incrementAndGet();
        phone = "010" + (10_000_000 + order);
        person = (people.enrol(new MallId(tenant), List.of(new PersonalData("m-" + order, "김지민", phone, email, "ko")))
                        .getFirst())
                .value();
        orders.confirmed(List.of(new PlacedOrder(
                new OrderId(order),
                new MallId(tenant),
                "R-" + order,
                new PersonId(person),
                1,
                clock.instant(),
                "인천",
                "서울",
                null,
                40_000,
                1,
                null)));
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        heartbeat.runDue(clock.instant());
    }

    private TimeWindow tomorrow(int fromHour, int toHour) {
        Instant day = Instant.parse("2026-12-24T15:00:00Z");
        return new TimeWindow(day.plus(Duration.ofHours(fromHour)), day.plus(Duration.ofHours(toHour)));
    }

    private void promise() {
        notices.promised(List.of(new Made(
                new PromiseId(order),
                new OrderId(order),
                new MallId(tenant),
                new PersonId(person),
                tomorrow(14, 18),
                false,
                clock.instant())));
    }

    private Delay delay() {
        return delay(null);
    }

    private Delay delay(@Nullable String place) {
        return new Delay(
                new PromiseId(order),
                new OrderId(order),
                new MallId(tenant),
                new PersonId(person),
                null,
                DelayKind.PREDICTED,
                DelayCause.HUB_BACKLOG,
                tomorrow(14, 18),
                false,
                tomorrow(38, 42),
                40_000,
                clock.instant(),
                clock.instant(),
                place,
                null);
    }

    private Granted grant() {
        return new Granted(
                order,
                new PromiseId(order),
                new OrderId(order),
                new MallId(tenant),
                new PersonId(person),
                "late-6h",
                Kind.POINTS,
                5,
                new Won(2000),
                clock.instant(),
                1L,
                new Ground(360, null),
                null);
    }

    private void moved(ShipmentStatus from, ShipmentStatus to) {
        Move move = new Move(
                ids.incrementAndGet(),
                new ShipmentId(order),
                new MallId(tenant),
                from,
                to,
                null,
                "강남",
                clock.instant(),
                clock.instant());
        moves.tell(List.of(new Waiting(new OrderId(order), move)), clock.instant());
    }

    private List<OrderNotice> told() {
        return messages.ofOrder(new OrderId(order), "ko");
    }

    private OrderNotice only(NoticeKind kind) {
        return told().stream()
                .filter(notice -> notice.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private OrderNotice.Delivery delivery(NoticeKind kind, ChannelName channel) {
        return only(kind).deliveries().stream()
                .filter(delivery -> delivery.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private void result(FakeNhn.Taken message, String code) {
        String body = """
                {"event":"MESSAGE_RESULT_UPDATE","hooks":[{"requestId":"%s","recipientSeq":1,"resultCode":"%s",
                 "recipientGroupingKey":"%s"}]}
                """.formatted(message.requestId(), code, message.key());
        var answer =
                message.product().equals("sms") ? webhook.sms("our-word", body) : webhook.alimtalk("our-word", body);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void MSG_1_an_order_is_confirmed_in_the_inbox_at_once_and_by_alimtalk() {
        promise();
        promise();
        pass(Duration.ZERO);

        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.body())
                        .contains("R-" + order, "12월 25일(금) 오후 2–6시")
                        .doesNotContain("김지민"));
        assertThat(nhn.takenFor(phone)).singleElement().satisfies(message -> {
            assertThat(message.parameters().path("name").asString()).isEqualTo("김지민");
            assertThat(message.parameters().path("window").asString()).isEqualTo("12월 25일(금) 오후 2–6시");
            assertThat(message.parameters().path("link").asString()).startsWith("http://localhost:8080/t/");
            assertThat(message.body().path("templateCode").asString()).isEqualTo("dochak-31-ko");
        });
    }

    @Test
    void MSG_1_a_result_given_twice_or_out_of_order_changes_nothing() {
        promise();
        pass(Duration.ZERO);
        FakeNhn.Taken message = nhn.takenFor(phone).getFirst();

        result(message, "1000");
        result(message, "1000");
        result(message, "3019");
        pass(Duration.ofSeconds(1));

        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.DELIVERED);
        assertThat(nhn.takenFor(phone)).hasSize(1);
    }

    @Test
    void MSG_1_who_has_no_kakao_gets_the_same_by_text_message_once() {
        promise();
        pass(Duration.ZERO);
        FakeNhn.Taken alimtalk = nhn.takenFor(phone).getFirst();
        result(alimtalk, "3019");
        result(alimtalk, "3019");
        pass(Duration.ofSeconds(1));

        assertThat(nhn.takenFor(phone)).extracting(FakeNhn.Taken::product).containsExactly("alimtalk", "sms");
        assertThat(nhn.takenFor(phone).getLast().body().path("body").asString())
                .startsWith("[무지개문구] 주문을 확인했어요.")
                .contains("12월 25일(금) 오후 2~6시");
        result(nhn.takenFor(phone).getLast(), "1000");
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.SMS).state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void MSG_1_a_refusal_inside_an_answer_of_200_raises_an_alarm_and_takes_the_next_channel() {
        nhn.refuse(phone, -1000);
        promise();
        pass(Duration.ZERO);

        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.FAILED);
        assertThat(messages.deliveryFigures(new MallId(tenant)).alarms())
                .anySatisfy(alarm -> assertThat(alarm.code()).isEqualTo("-1000"));
        assertThat(only(NoticeKind.ORDER_CONFIRMED).deliveries()).hasSize(2);
    }

    @Test
    void MSG_1_a_vendor_that_is_down_gets_everything_once_it_is_up() {
        nhn.status = 503;
        promise();
        pass(Duration.ZERO);
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.WAITING);

        nhn.status = null;
        pass(Duration.ofSeconds(90));

        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.SENT);
        assertThat(nhn.takenFor(phone)).hasSize(1);
    }

    @Test
    void MSG_1_a_crash_between_sending_and_writing_it_down_sends_nothing_twice() {
        promise();
        pass(Duration.ZERO);
        jdbc.sql("""
                update messaging.delivery set state = 'WAITING', next_at = :now, vendor_request_id = null
                where notice_id = (select id from messaging.notice where order_id = :order)
                """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("order", order)
                .update();
        int before = nhn.calls();
        pass(Duration.ZERO);

        assertThat(nhn.calls()).isGreaterThan(before);
        assertThat(nhn.takenFor(phone)).hasSize(1);
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.SENT);
        result(nhn.takenFor(phone).getFirst(), "1000");
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void MSG_1_a_message_whose_answer_was_lost_is_asked_for_once_the_vendor_forgot_its_key() {
        nhn.losesAnswers = true;
        promise();
        pass(Duration.ZERO);
        nhn.losesAnswers = false;
        nhn.forgetKeys();
        pass(Duration.ofMinutes(11));
        assertThat(nhn.takenFor(phone)).as("sent once").hasSize(1);
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void MSG_1_a_message_the_vendor_never_had_goes_out_when_it_is_back() {
        messages.changeChannels(new PersonId(person), new MallId(tenant), "ko", List.of(ChannelName.SMS), "portal");
        nhn.status = 503;
        promise();
        pass(Duration.ZERO);
        nhn.status = null;
        pass(Duration.ofMinutes(11));
        pass(Duration.ofSeconds(90));
        assertThat(nhn.takenFor(phone)).hasSize(1);
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.SMS).state())
                .isEqualTo(DeliveryState.SENT);
    }

    @Test
    void MSG_1_an_outcome_that_nobody_can_tell_is_shown_to_staff_and_never_repeated() {
        nhn.losesAnswers = true;
        promise();
        pass(Duration.ZERO);
        nhn.losesAnswers = false;
        nhn.status = 503;
        nhn.forgetKeys();
        pass(Duration.ofMinutes(11));
        pass(Duration.ofHours(25));
        nhn.status = null;
        pass(Duration.ofHours(1));
        assertThat(nhn.takenFor(phone)).hasSize(1);
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.UNKNOWN);
        assertThat(messages.deliveryFigures(new MallId(tenant)).alarms())
                .anySatisfy(alarm -> assertThat(alarm.code()).isEqualTo("unknown-outcome"));
        result(nhn.takenFor(phone).getFirst(), "1000");
        assertThat(delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.ALIMTALK).state())
                .as("a late word settles it")
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void MSG_4_a_delay_waits_for_its_compensation_and_is_told_once_with_it() {
        delays.found(List.of(delay()));
        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .isEmpty();

        DecidedDelay decided = new DecidedDelay(delay(), List.of(grant()));
        delays.decided(List.of(decided));
        delays.decided(List.of(decided));
        delays.found(List.of(delay()));
        pass(Duration.ofSeconds(10));

        assertThat(told())
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .contains("물류 허브에서 분류가 밀려 있어요", "약속: 12월 25일(금) 오후 2–6시")
                        .contains("새 도착: 12월 26일(토) 오후 2–6시")
                        .contains("약속보다 6시간 이상 늦어질 것 같아 보상 기준에 따라 포인트 2,000P를 드렸어요."));
    }

    @Test
    void MSG_4_a_delay_says_where_the_parcel_was_when_it_was_found() {
        Delay at = delay("옥천HUB");
        delays.found(List.of(at));
        delays.decided(List.of(new DecidedDelay(at, List.of())));
        assertThat(told()).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(OrderNotice.State.TOLD);
            assertThat(notice.body()).contains("옥천HUB에서 분류가 밀려 있어요");
        });
    }

    @Test
    void MSG_4_a_decision_that_comes_first_is_also_one_notice() {
        delays.decided(List.of(new DecidedDelay(delay(), List.of(grant()))));
        delays.found(List.of(delay()));
        pass(Duration.ofSeconds(10));

        assertThat(told()).singleElement().extracting(OrderNotice::kind).isEqualTo(NoticeKind.DELAYED);
    }

    @Test
    void MSG_4_after_five_seconds_a_delay_is_told_alone_and_the_grant_follows() {
        delays.found(List.of(delay()));
        pass(Duration.ofSeconds(5));
        assertThat(told()).singleElement().extracting(OrderNotice::state).isEqualTo(OrderNotice.State.TOLD);

        DecidedDelay late = new DecidedDelay(delay(), List.of(grant()));
        delays.decided(List.of(late));
        delays.decided(List.of(late));

        assertThat(told())
                .extracting(OrderNotice::kind)
                .containsExactly(NoticeKind.DELAYED, NoticeKind.COMPENSATION_GRANTED);
        assertThat(messages.timings(new MallId(tenant)))
                .filteredOn(timing -> timing.kind() == NoticeKind.DELAYED)
                .singleElement()
                .satisfies(timing -> assertThat(timing.toInbox().slowest()).isLessThanOrEqualTo(300));
    }

    @Test
    void MSG_5_a_parcel_that_arrived_is_not_said_to_be_late() {
        delays.found(List.of(delay()));
        moved(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED);
        pass(Duration.ofSeconds(10));

        assertThat(only(NoticeKind.DELAYED).state()).isEqualTo(OrderNotice.State.WITHDRAWN);
        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .extracting(InboxEntry::kind)
                .containsExactly(NoticeKind.DELIVERED);
        assertThat(nhn.takenFor(phone)).hasSize(1);
    }

    @Test
    void MSG_5_a_delay_heard_of_after_the_parcel_arrived_is_not_told() {
        moved(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED);
        delays.found(List.of(delay()));
        pass(Duration.ofSeconds(10));
        assertThat(only(NoticeKind.DELAYED).state()).isEqualTo(OrderNotice.State.WITHDRAWN);
    }

    @Test
    void MSG_5_waiting_messages_of_an_earlier_step_are_dropped() {
        nhn.status = 503;
        moved(ShipmentStatus.IN_TRANSIT, ShipmentStatus.OUT_FOR_DELIVERY);
        pass(Duration.ZERO);
        nhn.status = null;
        moved(ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.DELIVERED);
        pass(Duration.ofSeconds(90));

        assertThat(delivery(NoticeKind.OUT_FOR_DELIVERY, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.SUPERSEDED);
        assertThat(nhn.takenFor(phone))
                .singleElement()
                .satisfies(message -> assertThat(
                                message.parameters().path("ratingLink").asString())
                        .endsWith("#rating"));
    }

    @Test
    void MSG_5_what_waits_of_a_parcel_whose_number_is_cancelled_is_withdrawn() {
        ShipmentId parcel = Parcels.registered(
                        tracking,
                        List.of(new RegisterShipment(
                                new MallId(tenant),
                                new CarrierId("kr.cjlogistics"),
                                new TrackingNumber("77" + order),
                                List.of(new CarriedOrder(new OrderId(order), List.of())),
                                clock.instant())))
                .getFirst();
        nhn.status = 503;
        Move out = move(parcel, ShipmentStatus.IN_TRANSIT, ShipmentStatus.OUT_FOR_DELIVERY);
        moves.tell(List.of(new Waiting(new OrderId(order), out)), clock.instant());
        delays.found(List.of(delay()));
        pass(Duration.ZERO);
        moves.withdrawCancelled(List.of(move(parcel, ShipmentStatus.OUT_FOR_DELIVERY, ShipmentStatus.CANCELLED)));
        nhn.status = null;
        pass(Duration.ofSeconds(90));
        assertThat(nhn.takenFor(phone)).isEmpty();
        assertThat(only(NoticeKind.DELAYED).state()).isEqualTo(OrderNotice.State.WITHDRAWN);
        assertThat(delivery(NoticeKind.OUT_FOR_DELIVERY, ChannelName.ALIMTALK).state())
                .isEqualTo(DeliveryState.SUPERSEDED);
    }

    private Move move(ShipmentId parcel, ShipmentStatus from, ShipmentStatus to) {
        return new Move(
                ids.incrementAndGet(),
                parcel,
                new MallId(tenant),
                from,
                to,
                null,
                "강남",
                clock.instant(),
                clock.instant());
    }

    @Test
    void ORD_2_an_order_cancelled_before_its_confirmation_was_told_is_not_confirmed() {
        notices.cancelled(new OrderCancelled(
                new OrderId(order), new MallId(tenant), new PersonId(person), clock.instant(), "마음이 바뀌었어요"));
        promise();
        pass(Duration.ofSeconds(10));
        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .isEmpty();
        assertThat(nhn.takenFor(phone)).isEmpty();
    }

    @Test
    void ORD_2_a_confirmation_that_waits_when_the_order_is_cancelled_is_not_sent() {
        nhn.status = 503;
        promise();
        pass(Duration.ZERO);
        notices.cancelled(new OrderCancelled(
                new OrderId(order), new MallId(tenant), new PersonId(person), clock.instant(), "마음이 바뀌었어요"));
        nhn.status = null;
        pass(Duration.ofSeconds(90));
        assertThat(nhn.takenFor(phone)).isEmpty();
    }

    @Test
    void MSG_5_changes_within_ten_minutes_become_one_message() {
        TimeWindow old = tomorrow(14, 18);
        for (int hour = 15; hour <= 18; hour++) {
            notices.windowsChanged(List.of(new Changed(
                    new PromiseId(order),
                    new OrderId(order),
                    new MallId(tenant),
                    new PersonId(person),
                    old,
                    tomorrow(hour, hour + 4),
                    DelayCause.WEATHER,
                    clock.instant(),
                    null)));
            old = tomorrow(hour, hour + 4);
            pass(Duration.ofSeconds(30));
        }
        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .hasSize(1);

        pass(Duration.ofMinutes(10));

        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .hasSize(2)
                .first()
                .satisfies(entry ->
                        assertThat(entry.body()).contains("지난 안내: 12월 25일(금) 오후 3–7시", "새 도착: 12월 25일(금) 오후 6–10시"));
    }

    @Test
    void MSG_1_e_mail_goes_in_parallel_as_text_and_html() throws Exception {
        String name = "jimin" + order;
        newCustomer(name + "@example.com");
        promise();
        pass(Duration.ZERO);

        OrderNotice.Delivery sent = delivery(NoticeKind.ORDER_CONFIRMED, ChannelName.EMAIL);
        assertThat(sent.state() + " " + sent.code()).isEqualTo("SENT 250");
        MimeMessage letter = List.of(mailbox.getReceivedMessages()).stream()
                .filter(received -> to(received).contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(letter.getSubject()).isEqualTo("[무지개문구] 주문을 확인했어요");
        assertThat(letter.getMessageID()).endsWith("@dochak.example>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void MSG_2_a_choice_of_channels_holds_and_advertising_is_another_matter() {
        messages.changeChannels(new PersonId(person), new MallId(tenant), "en", List.of(ChannelName.SMS), "portal");
        messages.changeConsent(
                new PersonId(person), new MallId(tenant), Preferences.Purpose.ADVERTISING, false, "portal");
        promise();
        pass(Duration.ZERO);

        assertThat(nhn.takenFor(phone)).singleElement().satisfies(message -> {
            assertThat(message.product()).isEqualTo("sms");
            assertThat(message.body().path("body").asString()).contains("Your order is in.");
        });
        assertThat(messages.preferences(new PersonId(person), new MallId(tenant))
                        .consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent.given()).isFalse());
    }

    @Test
    void a_log_in_code_is_sent_and_kept_nowhere() {
        codes.send(new MallId(tenant), new PersonId(person), "482913");

        assertThat(nhn.takenFor(phone))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body().path("body").asString()).contains("482913"));
        assertThat(messages.inboxOf(new PersonId(person), "ko", null, 10).items())
                .isEmpty();
    }

    @Test
    void a_result_without_our_word_is_not_believed() {
        assertThat(webhook.alimtalk("other", "{}").getStatusCode().value()).isEqualTo(401);
        assertThat(webhook.sms(null, "{}").getStatusCode().value()).isEqualTo(401);
    }

    @Autowired
    MessageTemplates templates;

    @Test
    void MSG_3_every_text_in_use_may_go_out_and_reads_well() {
        assertThat(templates.inUse()).hasSizeGreaterThan(130).allSatisfy(text -> {
            Map<String, String> values = TemplateExamples.values(text.language());
            Template template = new Template(
                    0, text.wording(), text.channel(), text.language(), 0, text.title(), text.body(), null);
            assertThat(TemplateLint.check(template, values))
                    .as(text.wording() + " " + text.channel())
                    .isEmpty();
            NoticeWords.Text preview = template.render(values);
            assertThat(preview.body()).doesNotContain("#{").doesNotContain("  ");
            if (text.language().equals("ko")) {
                assertThat(preview.body()).doesNotContain("습니다").doesNotContain("물류량");
            }
        });
    }
}
