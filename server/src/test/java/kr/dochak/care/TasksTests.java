package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseOutcome;
import kr.dochak.care.record.CaseStatus;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Task.Outcome;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.care.tasks.TaskOutcome;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.DeliveryRequest.Place;
import kr.dochak.orders.OrderFact.DeliveryRequestChanged;
import kr.dochak.orders.Orders;
import kr.dochak.promise.PromiseFact.Delay;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.RegisterShipment;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.TrackingFact.CarriedOrder;
import kr.dochak.tracking.TrackingNumber;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MSG-9: what is promised to a customer is somebody's task, with a clock, until it is done or an event has done it. */
@ProductTest
class TasksTests {

    private static final DeliveryRequest AT_THE_DOOR = new DeliveryRequest(Place.DOOR, "", null);

    @Autowired
    Tasks tasks;

    @Autowired
    TaskTimers timers;

    @Autowired
    TaskOpening opening;

    @Autowired
    TaskEvents events;

    @Autowired
    Cases cases;

    @Autowired
    CaseTimers caseTimers;

    @Autowired
    LossWatch watch;

    @Autowired
    Orders orders;

    @Autowired
    Messages messages;

    @Autowired
    Tracking tracking;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final PersonId jimin = new PersonId(CaseCast.fresh());
    private MallId mall = new MallId(0);
    private StaffMember agent = new StaffMember(1, mall, "", Set.of());
    private StaffMember lead = agent;
    private OrderId order = new OrderId(0);
    private String number = "";

    @BeforeEach
    void a_parcel_of_a_mall_with_a_lead() {
        mall = new MallId(jdbc.sql("select tenant_id from identity.mall where code = 'rainbow'")
                .query(Long.class)
                .single());
        agent = new StaffMember(CaseCast.fresh(), mall, "오나래", Set.of(StaffMember.Role.AGENT));
        lead = new StaffMember(CaseCast.fresh(), mall, "박팀장", Set.of(StaffMember.Role.LEAD));
        order = order();
        number = "TT" + CaseCast.fresh();
        tracking.register(List.of(new RegisterShipment(
                mall,
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber(number),
                List.of(new CarriedOrder(order, List.of())),
                clock.instant().minusSeconds(7200))));
    }

    private ShipmentId parcel() {
        return tracking.byNumber(mall, new TrackingNumber(number)).getFirst().shipmentId();
    }

    private void scan(ShipmentStatus status, @Nullable ScanReason reason) {
        tracking.submit(List.of(new Scan(
                        mall.value(),
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber(number),
                        status,
                        reason,
                        clock.instant().minusSeconds(60),
                        "옥천HUB",
                        "",
                        null)))
                .join();
        read();
    }

    private void read() {
        while (watch.tick(clock.instant())) {}
    }

    private void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
        while (timers.tick(clock.instant())) {}
        while (caseTimers.tick(clock.instant())) {}
    }

    private Task only(TaskKind kind) {
        List<Task> all = tasks.ofOrders(List.of(order)).stream()
                .filter(task -> task.kind() == kind)
                .toList();
        assertThat(all).isNotEmpty();
        return all.getLast();
    }

    private List<OrderNotice> notices(NoticeKind kind) {
        return messages.ofOrder(order, "ko").stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }

    @Test
    void MSG_9_a_loss_names_a_lead_who_calls_by_the_moment_that_was_said() {
        scan(ShipmentStatus.EXCEPTION, ScanReason.LOST);
        Task call = only(TaskKind.CALL);
        SupportCase about = cases.ofOrder(order).getFirst();

        assertThat(call.dueAt()).isEqualTo(about.callDueAt());
        assertThat(Duration.between(clock.instant(), call.dueAt()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(call.owner()).isNotNull().isEqualTo(about.owner());
        assertThat(cases.conversation(about.caseId(), null, 30)
                        .items()
                        .getFirst()
                        .body())
                .contains("담당 매니저 " + Objects.requireNonNull(call.owner()).name() + "님이")
                .doesNotContain("전액을 환불");

        assertThat(tasks.done(call.taskId(), lead, " ")).isInstanceOf(TaskOutcome.NeedsWords.class);
        assertThat(tasks.done(call.taskId(), lead, "다시 보내기로 함")).isInstanceOf(TaskOutcome.Ended.class);
        SupportCase after = cases.find(about.caseId()).orElseThrow();
        assertThat(after.callDueAt()).isNull();
        assertThat(after.firstRepliedAt()).isNotNull();
        assertThat(tasks.done(call.taskId(), lead, "다시")).isInstanceOf(TaskOutcome.AlreadyEnded.class);
    }

    @Test
    void MSG_9_a_call_that_was_not_made_is_put_before_the_lead_and_one_in_vain_comes_again() {
        scan(ShipmentStatus.EXCEPTION, ScanReason.DAMAGED);
        Task call = only(TaskKind.CALL);
        assertThat(tasks.couldNot(call.taskId(), lead, "받지 않음")).isInstanceOf(TaskOutcome.Again.class);
        Task again = only(TaskKind.CALL);
        assertThat(again.tries()).isEqualTo(1);
        assertThat(again.dueAt()).isBefore(call.dueAt());

        pass(Duration.ofHours(3));

        SupportCase about = cases.ofOrder(order).getFirst();
        assertThat(about.waitsForLead()).isTrue();
        assertThat(about.isOverdue(clock.instant())).isTrue();
        assertThat(tasks.figures(mall).overdue()).isPositive();
        assertThat(cases.leadSees(about.caseId(), agent)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(cases.find(about.caseId()).orElseThrow().waitsForLead())
                .as("an agent is no lead")
                .isTrue();
        cases.leadSees(about.caseId(), lead);
        assertThat(cases.find(about.caseId()).orElseThrow().waitsForLead()).isFalse();
    }

    @Test
    void MSG_9_what_the_carrier_says_of_a_silent_parcel_reaches_its_customer() {
        silent();
        silent();
        Task inquiry = only(TaskKind.CARRIER_INQUIRY);
        assertThat(tasks.ofOrders(List.of(order))).hasSize(1);

        assertThat(tasks.done(inquiry.taskId(), agent, "택배사가 옥천HUB에서 찾았고 내일 다시 출발한대요."))
                .isInstanceOf(TaskOutcome.Ended.class);

        SupportCase about = cases.ofOrder(order).getFirst();
        assertThat(about.channel()).isEqualTo(CaseChannel.SYSTEM);
        assertThat(cases.conversation(about.caseId(), null, 30)
                        .items()
                        .getLast()
                        .body())
                .contains("옥천HUB에서 찾았고");
        assertThat(notices(NoticeKind.CASE_WROTE))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains(about.caseNo(), "오나래"));
        assertThat(notices(NoticeKind.CASE_OPENED)).as("nobody asked").isEmpty();
    }

    @Test
    void MSG_9_a_scan_answers_what_was_asked_of_the_carrier() {
        silent();
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
        scan(ShipmentStatus.IN_TRANSIT, null);

        assertThat(Objects.requireNonNull(only(TaskKind.CARRIER_INQUIRY).ending())
                        .outcome())
                .isEqualTo(Outcome.OBSOLETE);
    }

    @Test
    void MSG_9_a_parcel_that_returns_has_somebody_who_says_how_it_goes_on() {
        scan(ShipmentStatus.RETURNING, ScanReason.REFUSED);
        Task contact = only(TaskKind.RETURN_CONTACT);
        assertThat(Duration.between(clock.instant(), contact.dueAt()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));

        tasks.couldNot(contact.taskId(), agent, "판매자에게 도착하는 목요일에 다시 알려 드릴게요.");
        assertThat(notices(NoticeKind.CASE_WROTE)).hasSize(1);

        read();
        assertThat(tasks.ofOrders(List.of(order)))
                .as("the same moves open nothing again")
                .hasSize(1);
    }

    @Test
    void DSP_6_a_request_that_was_passed_on_is_announced_once() {
        request(new DeliveryRequest(Place.SECURITY, "공동현관 1234#", LocalDate.of(2027, 1, 4)), AT_THE_DOOR);
        Task request = only(TaskKind.DELIVERY_REQUEST);
        assertThat(jdbc.sql("select wished::text from care.task where id = :id")
                        .param("id", request.taskId())
                        .query(String.class)
                        .single())
                .as("a door code stays with the order")
                .doesNotContain("1234");

        tasks.answeredByMall(mall, order, true, "");
        tasks.answeredByMall(mall, order, true, "");

        assertThat(notices(NoticeKind.REQUEST_PASSED_ON))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("1월 4일(월), 경비실"));
        assertThat(tasks.answeredByMall(new MallId(mall.value() + 1), order, true, ""))
                .isInstanceOf(TaskOutcome.Unknown.class);
    }

    @Test
    void DSP_6_a_request_that_nobody_passes_on_in_time_is_taken_back_and_the_customer_is_told() {
        orders.changeRequest(order, new DeliveryRequest(Place.SECURITY, "", null), "customer");
        Awaitility.await().until(() -> !tasks.ofOrders(List.of(order)).isEmpty());

        pass(Duration.ofDays(5));

        assertThat(notices(NoticeKind.REQUEST_NOT_PASSED_ON)).hasSize(1);
        assertThat(orders.find(order).orElseThrow().request().place()).isEqualTo(Place.DOOR);
    }

    @Test
    void DSP_6_a_van_that_has_left_hears_no_wishes() {
        request(new DeliveryRequest(Place.LOCKER, "", null), AT_THE_DOOR);
        scan(ShipmentStatus.OUT_FOR_DELIVERY, null);

        assertThat(Objects.requireNonNull(only(TaskKind.DELIVERY_REQUEST).ending())
                        .outcome())
                .isEqualTo(Outcome.COULD_NOT);
        assertThat(notices(NoticeKind.REQUEST_NOT_PASSED_ON)).hasSize(1);
    }

    @Test
    void DSP_6_a_wish_taken_back_is_passed_on_to_nobody_and_a_newer_one_takes_its_place() {
        DeliveryRequest security = new DeliveryRequest(Place.SECURITY, "", null);
        request(security, AT_THE_DOOR);
        request(new DeliveryRequest(Place.LOCKER, "", null), security);
        assertThat(tasks.ofOrders(List.of(order)).stream().filter(Task::isOpen)).hasSize(1);

        request(AT_THE_DOOR, new DeliveryRequest(Place.LOCKER, "", null));

        assertThat(tasks.ofOrders(List.of(order)).stream().filter(Task::isOpen)).isEmpty();
        assertThat(notices(NoticeKind.REQUEST_NOT_PASSED_ON)).isEmpty();
    }

    @Test
    void CAR_4_who_asked_where_it_is_has_the_answer_when_it_comes() {
        CaseId asked = write("언제 와요?");
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(5)));
        scan(ShipmentStatus.DELIVERED, null);

        SupportCase after = cases.find(asked).orElseThrow();
        assertThat(after.status()).isEqualTo(CaseStatus.SOLVED);
        assertThat(cases.conversation(asked, null, 30).items().getLast().body()).contains("도착한 것을 확인해서");

        write("문 앞에 없어요");
        assertThat(cases.find(asked).orElseThrow().status())
                .as("a word opens it again")
                .isEqualTo(CaseStatus.OPEN);
        read();
        assertThat(cases.find(asked).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void CAR_4_danger_other_wishes_and_parcels_under_way_keep_their_case() {
        CaseId danger = write("아직 안 와요. 지난번엔 유리조각에 다쳤어요");
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(5)));
        scan(ShipmentStatus.DELIVERED, null);
        assertThat(cases.find(danger).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);

        order = order();
        number = "TT" + CaseCast.fresh();
        tracking.register(List.of(
                new RegisterShipment(
                        mall,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber(number),
                        List.of(new CarriedOrder(order, List.of(1))),
                        clock.instant()),
                new RegisterShipment(
                        mall,
                        new CarrierId("kr.cjlogistics"),
                        new TrackingNumber("TT" + CaseCast.fresh()),
                        List.of(new CarriedOrder(order, List.of(2))),
                        clock.instant())));
        CaseId parts = write("언제 와요?");
        clock.advanceTo(clock.instant().plus(Duration.ofMinutes(5)));
        scan(ShipmentStatus.DELIVERED, null);
        assertThat(cases.find(parts).orElseThrow().status())
                .as("half of it came")
                .isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void CAR_4_a_case_answered_once_and_not_solved_stands_before_the_lead() {
        CaseId asked = write("반품하고 싶어요");
        cases.answer(asked, agent, "확인해 볼게요.", CaseCast.key());
        pass(Duration.ofHours(49));

        SupportCase after = cases.find(asked).orElseThrow();
        assertThat(after.waitsForLead()).isTrue();
        assertThat(after.isOverdue(clock.instant())).isTrue();
        assertThat(cases.queue(CaseFilter.unsolved(mall).onlyEscalated(), null, 500)
                        .items())
                .extracting(SupportCase::caseId)
                .contains(asked);
        assertThat(cases.figures(mall).escalated()).isPositive();

        cases.leadSees(asked, lead);
        assertThat(cases.queue(CaseFilter.unsolved(mall).onlyEscalated(), null, 500)
                        .items())
                .extracting(SupportCase::caseId)
                .doesNotContain(asked);
    }

    @Test
    void MSG_9_a_door_code_is_erased_once_everything_has_come() {
        PersonId somebody = people.enrol(
                        mall, List.of(new PersonalData("door-" + number, "김도어", null, number + "@example.com", "ko")))
                .getFirst();
        TestDatabase.asSuperuser(jdbc)
                .sql("update orders.customer_order set person_id = :person where id = :order")
                .param("person", somebody.value())
                .param("order", order.value())
                .update();
        orders.changeRequest(order, new DeliveryRequest(Place.DOOR, "공동현관 1234#", null), "customer");
        scan(ShipmentStatus.OUT_FOR_DELIVERY, null);
        assertThat(orders.find(order).orElseThrow().request().note()).contains("1234");
        scan(ShipmentStatus.DELIVERED, null);

        assertThat(orders.find(order).orElseThrow().request().note()).isEmpty();
    }

    private CaseId write(String text) {
        return CaseCast.taken(
                        cases.write(new CustomerMessage(mall, jimin, order, CaseChannel.PORTAL, text, CaseCast.key())))
                .caseId();
    }

    private void request(DeliveryRequest wished, DeliveryRequest before) {
        clock.advanceTo(clock.instant().plusMillis(5));
        events.requested(new DeliveryRequestChanged(order, wished, clock.instant(), before, "customer"));
    }

    private void silent() {
        Instant now = clock.instant();
        TimeWindow window = new TimeWindow(now, now.plusSeconds(3600));
        opening.inquiries(
                List.of(new Delay(
                        new PromiseId(order.value()),
                        order,
                        mall,
                        jimin,
                        parcel(),
                        DelayKind.SILENT,
                        DelayCause.CARRIER_DATA,
                        window,
                        false,
                        window,
                        40_000,
                        now,
                        now,
                        null,
                        null)),
                now);
    }

    private OrderId order() {
        return new OrderId(jdbc.sql("""
                        insert into orders.customer_order (tenant_id, order_no, person_id, recipient_id, status, ordered_at,
                            confirmed_at, received_at, origin_area, destination_area, items_won, shipping_won,
                            discount_won, total_won, line_count, title, content_hash, source)
                        values (:tenant, :no, :person, 1, 'PAID', :at, :at, :at, '경기', '서울', 43000, 0, 0, 43000, 2,
                            '무선 전기포트 외 1개', '\\x00', 'test')
                        returning id
                        """)
                .param("tenant", mall.value())
                .param("no", "task-" + CaseCast.fresh())
                .param("person", jimin.value())
                .param("at", Timestamp.from(clock.instant().minusSeconds(86_400)))
                .query(Long.class)
                .single());
    }
}
