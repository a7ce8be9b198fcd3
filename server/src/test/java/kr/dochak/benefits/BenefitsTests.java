package kr.dochak.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Won;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class BenefitsTests {

    private static final AtomicLong PEOPLE = new AtomicLong(7_000_000);

    private final Benefits benefits;
    private final BenefitExpiry expiry;
    private final WorldClock clock;
    private final JdbcClient jdbc;
    private final long person = PEOPLE.incrementAndGet();

    @Autowired
    BenefitsTests(Benefits benefits, BenefitExpiry expiry, WorldClock clock, JdbcClient jdbc) {
        this.benefits = benefits;
        this.expiry = expiry;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void BEN_2_a_key_gives_once_even_twice_in_one_list() {
        PointGrant grant = points("a", 1_000);
        benefits.grantPoints(List.of(grant, grant));
        benefits.grantPoints(List.of(grant, points("b", 500)));
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(1_500));
        assertThat(benefits.history(new PersonId(person), null, 10).items()).hasSize(2);
        balanceEqualsLedger();
    }

    @Test
    void BEN_2_the_same_key_from_many_threads_gives_once() throws Exception {
        List<PointGrant> grants =
                IntStream.range(0, 50).mapToObj(i -> points("many" + i, 10)).toList();
        List<Callable<Void>> calls = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(i -> () -> {
                    benefits.grantPoints(grants);
                    return null;
                })
                .toList();
        inParallel(calls);
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(500));
        balanceEqualsLedger();
    }

    @Test
    void points_that_expire_first_are_spent_first_and_never_more_than_there_are() {
        benefits.grantPoints(
                List.of(points("new", 700), pointsOf("old", 300, clock.instant().minus(Duration.ofDays(2)))));
        assertThat(benefits.usePoints(use("u1", 400))).isInstanceOf(PointUse.Outcome.Used.class);
        assertThat(benefits.usePoints(use("u1", 400))).isInstanceOf(PointUse.Outcome.Used.class);
        assertThat(benefits.usePoints(use("u2", 601))).isEqualTo(new PointUse.Outcome.NotEnough(new Won(600)));
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(600));
        assertThat(benefits.revoke(key("new"), staff())).isEqualTo(new Won(600));
        assertThat(benefits.revoke(key("new"), staff())).isEqualTo(Won.ZERO);
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(Won.ZERO);
        balanceEqualsLedger();
    }

    @Test
    void BEN_5_what_one_key_gave_is_taken_back_once_whether_points_or_a_coupon() {
        benefits.grant(List.of(points("both", 700)), List.of(coupon("both")));
        benefits.grantPoints(List.of(points("other", 50)));
        assertThat(benefits.revoke(key("both"), staff())).isEqualTo(new Won(700 + 30_000));
        assertThat(benefits.revoke(key("both"), staff())).isEqualTo(Won.ZERO);
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(50));
        assertThat(benefits.couponsOf(new PersonId(person)).getFirst().state()).isEqualTo(Coupon.State.REVOKED);
        balanceEqualsLedger();
    }

    @Test
    void concurrent_uses_never_spend_more_than_the_balance() throws Exception {
        benefits.grantPoints(List.of(points("x", 500), points("y", 500)));
        inParallel(IntStream.range(0, 12)
                .<Callable<PointUse.Outcome>>mapToObj(i -> () -> benefits.usePoints(use("race" + i, 150)))
                .toList());
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(new Won(100));
        balanceEqualsLedger();
    }

    @Test
    void BEN_3_a_coupon_is_redeemed_for_one_order_only() throws Exception {
        benefits.grantCoupons(List.of(coupon("c")));
        long coupon = benefits.couponsOf(new PersonId(person)).getFirst().id();
        List<Redemption> answers = inParallel(IntStream.range(0, 6)
                .<Callable<Redemption>>mapToObj(i -> () ->
                        benefits.redeemCoupon(coupon, new PersonId(person), new OrderId(100 + i), new Won(50_000)))
                .toList());
        assertThat(answers)
                .filteredOn(Redemption.Redeemed.class::isInstance)
                .containsExactly(new Redemption.Redeemed(new Won(5_000)));
        assertThat(benefits.couponsOf(new PersonId(person)).getFirst().state()).isEqualTo(Coupon.State.REDEEMED);
        assertThat(benefits.revoke(key("c"), staff())).isEqualTo(Won.ZERO);
    }

    @Test
    void a_coupon_of_another_person_is_refused_and_a_large_order_hits_the_highest_discount() {
        benefits.grantCoupons(List.of(coupon("d")));
        long coupon = benefits.couponsOf(new PersonId(person)).getFirst().id();
        assertThat(benefits.redeemCoupon(coupon, new PersonId(person + 500_000), new OrderId(1), new Won(50_000)))
                .isEqualTo(new Redemption.Refused(Redemption.Reason.NOT_YOURS));
        assertThat(benefits.redeemCoupon(coupon, new PersonId(person), new OrderId(1), new Won(900_000)))
                .isEqualTo(new Redemption.Redeemed(new Won(30_000)));
        assertThat(benefits.redeemCoupon(coupon, new PersonId(person), new OrderId(1), new Won(900_000)))
                .isEqualTo(new Redemption.Redeemed(new Won(30_000)));
    }

    @Test
    void BEN_5_what_is_not_used_expires_at_a_midnight_and_leaves_its_entry() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(400));
        benefits.grant(
                List.of(new PointGrant(
                        key("old"),
                        new MallId(1),
                        new PersonId(person),
                        null,
                        new Won(900),
                        Warrant.of("보상", "policy:1"),
                        longAgo)),
                List.of(new CouponGrant(
                        key("oldc"),
                        new MallId(1),
                        new PersonId(person),
                        null,
                        10,
                        new Won(30_000),
                        Warrant.of("보상", "policy:1"),
                        longAgo)));
        while (expiry.tick(clock.instant())) {}
        assertThat(benefits.balanceOf(new PersonId(person))).isEqualTo(Won.ZERO);
        assertThat(benefits.couponsOf(new PersonId(person)).getFirst().state()).isEqualTo(Coupon.State.EXPIRED);
        assertThat(benefits.history(new PersonId(person), null, 10).items())
                .extracting(entry -> entry.movement().kind())
                .containsExactly(Movement.Kind.EXPIRE, Movement.Kind.EXPIRE, Movement.Kind.ISSUE, Movement.Kind.ISSUE);
        balanceEqualsLedger();
    }

    @Test
    void history_is_read_by_key() {
        benefits.grantPoints(
                IntStream.range(0, 5).mapToObj(i -> points("h" + i, 10 + i)).toList());
        Keyset<LedgerEntry> first = benefits.history(new PersonId(person), null, 3);
        Keyset<LedgerEntry> second = benefits.history(new PersonId(person), first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
    }

    private PointGrant points(String name, long amount) {
        return pointsOf(name, amount, clock.instant());
    }

    private PointGrant pointsOf(String name, long amount, Instant at) {
        return new PointGrant(
                key(name),
                new MallId(1),
                new PersonId(person),
                new OrderId(9L),
                new Won(amount),
                Warrant.of("늦은 배송 보상", "policy:1"),
                at);
    }

    private CouponGrant coupon(String name) {
        return new CouponGrant(
                key(name),
                new MallId(1),
                new PersonId(person),
                new OrderId(9L),
                10,
                new Won(30_000),
                Warrant.of("늦은 배송 보상", "policy:1"),
                clock.instant());
    }

    private PointUse use(String name, long amount) {
        return new PointUse(key(name), new PersonId(person), new OrderId(77), new Won(amount));
    }

    private static Warrant staff() {
        return new Warrant("잘못 지급", "staff:3", List.of("staff:4"));
    }

    private String key(String name) {
        return "test:" + person + ":" + name;
    }

    private void balanceEqualsLedger() {
        long sum = jdbc.sql("""
                select coalesce(sum(case kind when 'ISSUE' then amount else -amount end), 0)
                from benefits.ledger_entry where person_id = :person and unit = 'POINTS'
                """).param("person", person).query(Long.class).single();
        long remaining = jdbc.sql(
                        "select coalesce(sum(remaining), 0) from benefits.point_grant where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
        assertThat(benefits.balanceOf(new PersonId(person)).amount())
                .isEqualTo(sum)
                .isEqualTo(remaining);
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
