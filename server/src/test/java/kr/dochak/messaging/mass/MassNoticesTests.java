package kr.dochak.messaging.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.journeys.Trade;
import kr.dochak.messaging.Messages;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.messaging.NoticeKind;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.Orders;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** MSG-2, MSG-5, MSG-8: one notice to the customers of many orders, from the wish to the inbox, each told once. */
@ProductTest
class MassNoticesTests {

    private static final MallId MALL = new MallId(1);
    private static final StaffMember MAKER = new StaffMember(7_101, MALL, "쓴이", Set.of(Role.LEAD));
    private static final StaffMember OTHER = new StaffMember(7_102, MALL, "보는이", Set.of(Role.LEAD));
    private static final OwnWords WORDS =
            new OwnWords("제주 배송이 늦어요", "강풍으로 배가 뜨지 못해요. 첫 배로 보내요.", "Deliveries are late", "No ship leaves today.");

    @LocalServerPort
    private int port;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private MassDesk desk;

    @Autowired
    private MassSending sending;

    @Autowired
    private OldMassNotices forgetting;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Messages messages;

    @Autowired
    private Orders orders;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = Long.toString(System.nanoTime(), 36);
    private Trade trade;

    @BeforeEach
    void by_day() {
        trade = new Trade(port, clock, world);
        Instant now = clock.instant();
        if (!MassRule.isDay(now) || !MassRule.isDay(now.plus(Duration.ofHours(1)))) {
            trade.until(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(26)));
        }
    }

    private OrderId order(String name, String buyer) {
        return trade.order("M-" + mark + name, new Trade.Buyer(mark + buyer, "한가람", "010-7712-4410"), "감귤 5kg");
    }

    private MassDraft draft(MallId mall, String... names) {
        return new MassDraft(
                WORDS,
                new OrderChoice(mall, null, null, null, null, true, 0, List.of()),
                List.of(names).stream().map(each -> "M-" + mark + each).toList(),
                UUID.randomUUID());
    }

    private MassNotice asked(String... names) {
        MassOutcome outcome = desk.ask(MAKER, draft(MALL, names));
        return desk.find(MALL, ((MassOutcome.Waiting) outcome).id()).orElseThrow();
    }

    private ApprovalAnswer decide(StaffMember who, MassNotice notice) {
        return approvals.decide(who, MassApproval.KIND, Long.toString(notice.id()), true, "");
    }

    private MassNotice now(MassNotice notice) {
        return desk.find(MALL, notice.id()).orElseThrow();
    }

    private List<OrderNotice> announced(OrderId order) {
        return messages.ofOrder(order, "ko").stream()
                .filter(each -> each.kind() == NoticeKind.MASS_NOTICE)
                .toList();
    }

    @Test
    void MSG_5_once_others_agree_each_customer_is_told_once_and_the_maker_does_not_decide() {
        OrderId first = order("a", "a");
        OrderId second = order("b", "b");
        OrderId again = order("c", "b");
        trade.settle();
        MassDraft draft = draft(MALL, "a", "b", "c", "nobody");
        MassLook look = desk.look(MAKER, draft);
        assertThat(look.orders()).isEqualTo(3);
        assertThat(look.customers()).isEqualTo(2);
        assertThat(look.unknown()).isEqualTo(1);
        assertThat(look.leftOut()).containsOnlyKeys(LeftOut.SAME_CUSTOMER);
        assertThat(look.examples()).hasSize(2);
        long id = ((MassOutcome.Waiting) desk.ask(MAKER, draft)).id();
        assertThat(desk.ask(MAKER, draft)).isEqualTo(new MassOutcome.SentBefore(id));
        MassNotice notice = desk.find(MALL, id).orElseThrow();
        trade.settle();
        assertThat(announced(first)).as("nobody has agreed").isEmpty();
        assertThat(decide(MAKER, notice)).isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OWN));
        assertThat(now(notice).state()).isEqualTo(MassNotice.State.ASKED);
        assertThat(decide(OTHER, notice)).isInstanceOf(ApprovalAnswer.Decided.class);
        trade.settle();
        trade.settle();
        assertThat(now(notice).state()).isEqualTo(MassNotice.State.SENT);
        assertThat(announced(first)).hasSize(1);
        assertThat(announced(first).getFirst().title()).isEqualTo(WORDS.titleKo());
        assertThat(announced(first).getFirst().body()).contains(WORDS.bodyKo(), "M-" + mark + "a");
        assertThat(announced(second).size() + announced(again).size()).isEqualTo(1);
        assertThat(desk.progress(notice).customers()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from changes.entry where what = 'mass-notices.sending' and object = :id")
                        .param("id", Long.toString(id))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void MSG_5_a_kill_between_two_batches_loses_nothing_and_repeats_nothing() {
        OrderId first = order("k", "k");
        order("l", "l");
        trade.settle();
        MassNotice notice = asked("k", "l");
        decide(OTHER, notice);
        transaction.executeWithoutResult(status -> {
            sending.tick(clock.instant());
            status.setRollbackOnly();
        });
        assertThat(announced(first)).isEmpty();
        assertThat(desk.progress(notice).waiting()).isEqualTo(2);
        trade.settle();
        assertThat(desk.progress(notice).customers()).isEqualTo(2);
        jdbc.sql("update messaging.mass_notice set state = 'SENDING' where id = :id")
                .param("id", notice.id())
                .update();
        jdbc.sql("update messaging.mass_recipient set state = 'WAITING', at = null where mass_id = :id")
                .param("id", notice.id())
                .update();
        trade.settle();
        assertThat(announced(first)).as("the key of the notice keeps it single").hasSize(1);
    }

    @Test
    void MSG_2_what_was_delivered_or_cancelled_meanwhile_is_left_out_and_says_so() {
        order("d", "d");
        order("e", "e");
        OrderId stays = order("f", "f");
        trade.ship("8" + Math.abs(mark.hashCode()) + "1", "M-" + mark + "d");
        trade.settle();
        MassNotice notice = asked("d", "e", "f");
        Instant evening = Seoul.instant(Seoul.dateOf(clock.instant()), LocalTime.of(22, 0));
        trade.until(evening);
        decide(OTHER, notice);
        trade.settle();
        assertThat(desk.progress(notice).waiting())
                .as("nothing goes out at night")
                .isEqualTo(3);
        trade.scan("8" + Math.abs(mark.hashCode()) + "1", "DELIVERED", "", "강남");
        orders.cancel(orders.byNumber(MALL, "M-" + mark + "e").orElseThrow().orderId(), "변심", "test");
        trade.settle();
        trade.until(evening.plus(Duration.ofHours(11)));
        assertThat(desk.progress(notice).customers()).isEqualTo(1);
        assertThat(announced(stays)).hasSize(1);
        assertThat(desk.progress(notice).leftOut()).containsKeys(LeftOut.DELIVERED, LeftOut.OVER);
    }

    @Test
    void SET_1_it_is_taken_back_by_its_maker_or_stopped_while_it_goes_out() {
        OrderId order = order("t", "t");
        trade.settle();
        MassNotice back = asked("t");
        assertThat(desk.takeBack(OTHER, back.id())).isFalse();
        assertThat(desk.takeBack(MAKER, back.id())).isTrue();
        assertThat(decide(OTHER, back)).isEqualTo(new ApprovalAnswer.NotAllowed(ApprovalAnswer.Reason.OVER));
        assertThat(now(back).state()).isEqualTo(MassNotice.State.WITHDRAWN);
        MassNotice stopped = asked("t");
        assertThat(desk.stop(OTHER, stopped.id())).as("it does not go out yet").isFalse();
        decide(OTHER, stopped);
        assertThat(desk.stop(OTHER, stopped.id())).isTrue();
        trade.settle();
        assertThat(announced(order)).isEmpty();
        assertThat(now(stopped).state()).isEqualTo(MassNotice.State.STOPPED);
        assertThat(desk.progress(stopped).leftOut()).containsEntry(LeftOut.STOPPED, 1);
    }

    @Test
    void IDN_1_staff_of_a_mall_reach_no_order_of_another() {
        OrderId others = new Trade(port, TestKeys.HANGANG, clock, world)
                .order("M-" + mark + "o", new Trade.Buyer(mark + "o", "남의집", "010-7712-4411"), "감귤 5kg");
        OrderId own = order("p", "p");
        trade.settle();
        MassLook look = desk.look(MAKER, draft(MALL, "o", "p"));
        assertThat(look.orders()).isEqualTo(1);
        assertThat(look.unknown()).isEqualTo(1);
        MallId other = orders.find(others).orElseThrow().tenantId();
        assertThatThrownBy(() -> desk.ask(MAKER, draft(other, "o"))).isInstanceOf(IllegalArgumentException.class);
        OrderChoice stolen = new OrderChoice(MALL, null, null, null, null, true, 0, List.of(others, own));
        MassDraft forged = new MassDraft(WORDS, stolen, List.of(), UUID.randomUUID());
        MassNotice notice = desk.find(MALL, ((MassOutcome.Waiting) desk.ask(MAKER, forged)).id())
                .orElseThrow();
        assertThat(desk.find(other, notice.id())).isEmpty();
        StaffMember foreign = new StaffMember(7_103, other, "남", Set.of(Role.LEAD));
        assertThat(desk.stop(foreign, notice.id())).isFalse();
        decide(OTHER, notice);
        trade.settle();
        assertThat(announced(others)).isEmpty();
        assertThat(announced(own)).hasSize(1);
    }

    @Test
    void MSG_9_words_that_promise_or_praise_are_not_even_kept() {
        order("w", "w");
        trade.settle();
        MassDraft draft = draft(MALL, "w");
        OwnWords promise = new OwnWords("늦어요", "내일 전화드릴게요.", "Late", "Special offer today.");
        MassOutcome outcome = desk.ask(MAKER, new MassDraft(promise, draft.choice(), draft.orderNos(), draft.form()));
        assertThat(outcome).isInstanceOf(MassOutcome.Unfit.class);
        assertThat(desk.ask(MAKER, draft)).isInstanceOf(MassOutcome.Waiting.class);
    }

    @Test
    void IDN_3_what_is_old_is_forgotten_with_whom_it_reached() {
        order("y", "y");
        trade.settle();
        MassNotice old = asked("y");
        decide(OTHER, old);
        desk.stop(OTHER, old.id());
        MassNotice recent = asked("y");
        desk.takeBack(MAKER, recent.id());
        jdbc.sql("update messaging.mass_notice set made_at = '2001-01-01T00:00:00Z' where id = :id")
                .param("id", old.id())
                .update();
        forgetting.tick(clock.instant());
        assertThat(desk.find(MALL, old.id())).isEmpty();
        assertThat(desk.progress(old).all()).isZero();
        assertThat(desk.find(MALL, recent.id())).isPresent();
    }
}
