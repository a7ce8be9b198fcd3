package kr.dochak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.ProductTest;
import kr.dochak.care.Tasks;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.messaging.texts.MessageTemplates;
import kr.dochak.messaging.texts.MessageTemplates.TemplateVersion;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** TRK-4: what is said of a parcel that nobody has seen, while its promise may be days away. */
@ProductTest
class SilentParcelTests {

    private static final AtomicLong NUMBERS = new AtomicLong(65_000_000);

    @LocalServerPort
    int port;

    @Autowired
    WorldClock clock;

    @Autowired
    World world;

    @Autowired
    Promises promises;

    @Autowired
    Messages messages;

    @Autowired
    Tasks tasks;

    @Autowired
    MessageTemplates templates;

    private Trade trade;
    private String orderNo = "";
    private String parcel = "";
    private OrderId order = new OrderId(1);

    @BeforeEach
    void a_trade() {
        trade = new Trade(port, clock, world);
        long number = NUMBERS.incrementAndGet();
        orderNo = "SP-" + number;
        parcel = "65" + number;
    }

    /** Promised by the mall itself for a day that far away. */
    private void order(Duration until) {
        Instant promised = Seoul.endOf(Seoul.dateOf(clock.instant().plus(until)));
        order = trade.order(
                orderNo, new Trade.Buyer(orderNo, "김지민", "010" + NUMBERS.incrementAndGet()), promised, "포트");
        trade.settle();
        trade.ship(parcel, orderNo);
        trade.settle();
    }

    private PromiseView promise() {
        return promises.ofOrders(List.of(order)).get(order).getFirst();
    }

    private OrderNotice told(String language) {
        return messages.ofOrder(order, language).stream()
                .filter(notice -> notice.kind() == NoticeKind.DELAYED)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void untilFound() {
        world.advance(clock.instant().plus(Duration.ofDays(4)), Duration.ofHours(6));
        assertThat(promise().delay()).isNotNull();
        assertThat(promise().delay().kind()).isEqualTo(DelayKind.SILENT);
    }

    @Test
    void TRK_4_a_silent_parcel_is_told_what_is_known_and_that_its_promise_stands() {
        order(Duration.ofDays(9));
        Instant seen = clock.instant();
        trade.scan(parcel, "PICKED_UP", "", "인천센터");
        trade.scan(parcel, "IN_TRANSIT", "", "옥천HUB");
        trade.settle();
        untilFound();

        Task asked = tasks.ofOrders(List.of(order)).stream()
                .filter(task -> task.kind() == TaskKind.CARRIER_INQUIRY)
                .findFirst()
                .orElseThrow();
        assertThat(told("ko").title()).isEqualTo("택배 위치를 확인하고 있어요");
        assertThat(told("ko").body())
                .contains(KoreanTime.clock(seen, java.util.Locale.KOREAN) + " 옥천HUB에서 확인된 뒤로 새 위치 기록이 없어요")
                .contains("택배사에 물어보고 있어요", "아직 그대로예요")
                .contains(Seoul.at(asked.dueAt()).getMonthValue() + "월 " + day(asked.dueAt()))
                .contains(day(promise().promised().to().minusSeconds(1)))
                .doesNotContain("늦어져요", "늦을 것 같아요", "도착하기 어려워서", "죄송");
        assertThat(told("en").title()).isEqualTo("We are locating your parcel");
        assertThat(told("en").body())
                .contains(
                        "last seen at 옥천HUB", "asking the carrier", "still stands", "tell you what the carrier says by")
                .doesNotContain("late", "sorry");
        Instant found = promise().delay().foundAt();
        assertThat(asked.dueAt())
                .isEqualTo(found.plus(messages.carrierAnswersWithin(promise().tenantId())));

        world.advance(promise().promised().to().plusSeconds(3_600), Duration.ofHours(12));
        assertThat(told("ko").title())
                .as("that it is late is told once it is certain")
                .isEqualTo("약속보다 늦어져요");
        assertThat(messages.ofOrder(order, "ko").stream().filter(notice -> notice.kind() == NoticeKind.DELAYED))
                .hasSize(2);
    }

    private static String day(Instant at) {
        return Seoul.at(at).getDayOfMonth() + "일(";
    }

    @Test
    void TRK_4_a_parcel_that_was_never_seen_has_no_place() {
        order(Duration.ofDays(9));
        untilFound();
        assertThat(told("ko").body())
                .contains("이후로 택배사의 위치 기록이 없어요", "아직 그대로예요")
                .doesNotContain("에서 확인된");
        assertThat(told("en").body()).contains("The carrier has no record of your parcel since");
    }

    @Test
    void TRK_4_one_that_is_late_besides_is_told_so() {
        order(Duration.ofDays(9));
        trade.scan(parcel, "IN_TRANSIT", "", "옥천HUB");
        trade.settle();
        clock.advanceTo(promise().promised().to().plusSeconds(3600));
        trade.settle();
        assertThat(told("ko").title()).isEqualTo("약속보다 늦어져요");
        assertThat(told("ko").body()).doesNotContain("아직 그대로예요");
    }

    @Test
    void TRK_4_every_channel_says_so_in_both_languages() {
        List<TemplateVersion> silent = templates.inUse().stream()
                .filter(text -> text.wording().startsWith("silent"))
                .toList();
        assertThat(silent)
                .hasSize(2 * 2 * ChannelName.values().length)
                .allSatisfy(text -> assertThat(text.title() + "\n" + text.body())
                        .contains("#{seen}", "#{oldWindow}", "#{contactBy}")
                        .doesNotContain("늦어져요", "will be late"));
    }
}
