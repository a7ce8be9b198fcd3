package kr.dochak.promise;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.promise.windows.Rules;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-2: until when the next hub's scan is no news. */
class CalmTests {

    private static final Reassessment RULES = new Reassessment(Rules.FORECAST, Rules.CALENDARS, .9);
    private static final Knowledge KNOWN =
            new Knowledge(RULES, new Cutoffs(Map.of(MallId.DEFAULT, Rules.CUTOFF)), Rules.DEPARTURES);
    private static final Calm CALM = new Calm(RULES);
    private static final int LIVES = 3_000;

    /** Of a parcel from 인천, ordered Monday 10:00, fetched at 18:00 and scanned at its first hub then. */
    @ParameterizedTest
    @CsvSource({
        "kr.cjlogistics, 서울, 월 23:00, 화 05:00, by night and past midnight",
        "kr.cjlogistics, 서울, 화 03:00, 화 09:00, while it can still be at the door at ten",
        "kr.cjlogistics, 서울, 화 12:30, 화 12:59:59, until the tour leaves without it",
        "kr.cjlogistics, 제주, 월 23:00, 화 11:00, no longer than half a day",
    })
    void PRM_2_how_long_what_was_found_holds(String carrier, String to, String now, String until, String why) {
        Reassessed seen = hub(pickedUp(carrier, to, at("월 18:00")), at(now));
        assertThat(CALM.until(seen, transit(at(now)), at(now))).as(why).isEqualTo(at(until));
    }

    @Test
    void PRM_2_a_late_parcel_is_never_calm_and_neither_is_one_that_is_not_between_hubs() {
        PromiseRow row = pickedUp("kr.cjlogistics", "서울", at("월 18:00"));
        Reassessed late = hub(row, at("화 13:00"));
        assertThat(late.after().found()).isNotNull();
        assertThat(CALM.until(late, transit(at("화 13:00")), at("화 13:00"))).isEqualTo(at("화 13:00"));
        ShipmentState van = state(ShipmentStatus.OUT_FOR_DELIVERY, null, at("화 09:00"));
        Reassessed onVan = RULES.look(row, van, Preparation.PACKED, at("화 09:00"));
        assertThat(CALM.until(onVan, van, at("화 09:00"))).isEqualTo(at("화 09:00"));
        ShipmentState stuck = state(ShipmentStatus.IN_TRANSIT, ScanReason.values()[0], at("화 01:00"));
        Reassessed held = RULES.look(row, stuck, Preparation.PACKED, at("화 01:00"));
        assertThat(CALM.until(held, stuck, at("화 01:00"))).isEqualTo(at("화 01:00"));
    }

    /** What is believed of time: were it false for some parcel, its window would stand still for hours. */
    @Test
    void PRM_2_no_scan_at_a_hub_would_have_been_news_before_that_moment() {
        Random random = new Random(20_261_123);
        int calm = 0;
        for (int life = 0; life < LIVES; life++) {
            String carrier = List.of("kr.cjlogistics", "kr.hanjin", "kr.else").get(random.nextInt(3));
            Instant fetched = at("월 18:00").plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
            PromiseRow row = pickedUp(carrier, random.nextBoolean() ? "서울" : "제주", fetched);
            row = row.promising(
                    new TimeWindow(
                            row.promised().from(), row.promised().to().plus(Duration.ofHours(random.nextInt(60)))),
                    false);
            Instant now = fetched.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            Reassessed seen = hub(row, now);
            Instant until = CALM.until(seen, transit(now), now);
            PromiseRow written = seen.matters() ? seen.after() : seen.before();
            for (Instant scan = now; scan.isBefore(until); scan = scan.plus(Duration.ofMinutes(7))) {
                assertThat(hub(written, scan).matters())
                        .as("%s, scanned again at %s, calm until %s", written, scan, until)
                        .isFalse();
            }
            calm += until.isAfter(now) ? 1 : 0;
        }
        assertThat(calm).as("most parcels that are on time").isGreaterThan(LIVES / 3);
    }

    private static Reassessed hub(PromiseRow row, Instant now) {
        return RULES.look(row, transit(now), Preparation.PACKED, now);
    }

    private static ShipmentState transit(Instant at) {
        return state(ShipmentStatus.IN_TRANSIT, null, at);
    }

    private static ShipmentState state(ShipmentStatus status, @Nullable ScanReason reason, Instant at) {
        return new ShipmentState(
                new ShipmentId(1),
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                status,
                at,
                reason,
                "곤지암HUB",
                at,
                null);
    }

    private static PromiseRow pickedUp(String carrier, String to, Instant at) {
        Instant ordered = at.minus(Duration.ofHours(8));
        PlacedOrder order = new PlacedOrder(
                new OrderId(1),
                new MallId(1),
                "1",
                new PersonId(1),
                1,
                ordered,
                "인천",
                to,
                new CarrierId(carrier),
                30_000,
                1,
                null);
        Instant since = Rules.CUTOFF.handover(ordered, RULES.calendars().of(carrier, "인천"));
        PromiseRow bare = PromiseRow.ordered(
                order,
                carrier,
                since,
                new TimeWindow(since, since),
                false,
                new Window(since, since, since, WindowBasis.none()));
        Window window = RULES.window(bare, ordered);
        PromiseRow row =
                bare.with(window, window.p50()).promising(KNOWN.promise(bare, window, PromisedDay.USUAL), false);
        return RULES.look(row, state(ShipmentStatus.PICKED_UP, null, at), Preparation.PACKED, at)
                .after();
    }
}
