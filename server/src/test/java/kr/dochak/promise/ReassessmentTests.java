package kr.dochak.promise;

import static kr.dochak.promise.windows.Rules.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFact.DelayKind;
import kr.dochak.promise.PromiseFact.Outcome;
import kr.dochak.promise.Reassessment.Reassessed;
import kr.dochak.promise.causes.CauseRule.Preparation;
import kr.dochak.promise.windows.Rules;
import kr.dochak.promise.windows.Stage;
import kr.dochak.promise.windows.Window;
import kr.dochak.promise.windows.WindowBasis;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.ShipmentId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentState;
import kr.dochak.tracking.ShipmentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A next-day parcel: ordered Monday 10:00, fetched at 18:00, promised for Tuesday; and what becomes of it. */
class ReassessmentTests {

    private static final Reassessment RULES = new Reassessment(Rules.FORECAST, Rules.CALENDARS, .9);

    private PromiseRow row = ordered("서울");

    @Test
    void PRM_1_the_promise_is_the_day_of_the_window() {
        assertThat(row.window().range()).isEqualTo(new TimeWindow(at("화 10:00"), at("화 20:00")));
        assertThat(row.promised()).isEqualTo(new TimeWindow(at("화 10:00"), at("화 끝")));
        assertThat(row.checkAt()).isEqualTo(at("화 07:59:59"));
    }

    @ParameterizedTest
    @CsvSource({"NOT_BEGUN, PICKING", "PICKING, PICKING", "PACKED, HANDOVER"})
    void PRM_4_not_picked_up_by_eight_will_not_come_today(Preparation warehouse, DelayCause cause) {
        assertThat(timer("화 07:59", warehouse).foundDelay()).isFalse();
        Reassessed seen = timer("화 08:00", warehouse);
        delayed(seen, DelayKind.PREDICTED, cause, "화 07:59:59");
        assertThat(seen.after().window().range()).isEqualTo(new TimeWindow(at("수 10:00"), at("수 20:00")));
        assertThat(seen.after().promised()).as("what was promised stays").isEqualTo(row.promised());
        assertThat(seen.shown()).isTrue();
    }

    /** Timers wake in that very second, so that it decides what the customer is told and given. */
    @ParameterizedTest
    @CsvSource({"화 07:59:59, PREDICTED", "화 08:00, PREDICTED", "화 15:00, PREDICTED"})
    void B5_what_is_certain_to_be_late_is_not_expected_within_its_promise(String found, DelayKind kind) {
        Reassessed seen = timer(found, Preparation.PACKED);
        delayed(seen, kind, DelayCause.HANDOVER, "화 07:59:59");
        assertThat(seen.after().window().p10()).isEqualTo(at("수 10:00"));
    }

    @Test
    void PRM_4_in_the_hub_when_the_tour_leaves() {
        scan("월 18:00", "월 18:01", ShipmentStatus.PICKED_UP, null, "인천센터");
        scan("월 23:10", "월 23:11", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        assertThat(row.found()).isNull();
        assertThat(row.stage()).isEqualTo(Stage.IN_TRANSIT);
        Reassessed early = look("화 12:59", state("월 23:10", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB"));
        assertThat(early.after().checkAt()).isEqualTo(at("화 13:00"));
        Reassessed seen = look("화 13:00", state("월 23:10", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB"));
        delayed(seen, DelayKind.PREDICTED, DelayCause.HUB_BACKLOG, "화 13:00");
        assertThat(seen.after().window().range()).isEqualTo(new TimeWindow(at("수 10:00"), at("수 20:00")));
    }

    @Test
    void a_parcel_on_the_van_is_overdue_only_when_the_day_is_over() {
        scan("화 10:00", "화 10:01", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        ShipmentState out = state("화 10:00", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        assertThat(look("화 21:30", out).foundDelay()).isFalse();
        assertThat(look("화 21:30", out).changedDay()).isFalse();
        Reassessed seen = look("수 00:00", out);
        delayed(seen, DelayKind.OVERDUE, DelayCause.LAST_MILE, "수 00:00");
        assertThat(seen.after().window().range()).isEqualTo(new TimeWindow(at("수 10:00"), at("수 20:00")));
    }

    @Test
    void an_evening_tour_is_no_delay_by_itself() {
        scan("화 20:30", "화 20:31", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        assertThat(row.found())
                .as("found at 13:00 by its timer, not by the good news")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"화 15:00, KEPT", "화 23:59:59, KEPT", "수 00:00, MISSED", "월 23:00, KEPT"})
    void delivered_by_the_carriers_word(String delivered, Outcome outcome) {
        Reassessed seen = look("수 09:00", state(delivered, ShipmentStatus.DELIVERED, null, "강남SUB"));
        assertThat(seen.settled()).isTrue();
        assertThat(seen.after().ended()).isEqualTo(new PromiseRow.Ended(outcome, at(delivered), at("수 09:00")));
        assertThat(seen.after().checkAt()).isNull();
    }

    @Test
    void returned_without_a_delivery_is_void_and_after_one_it_was_delivered() {
        assertThat(look("목 09:00", state("목 08:00", ShipmentStatus.RETURNED, null, "인천센터"))
                        .after()
                        .ended())
                .isEqualTo(new PromiseRow.Ended(Outcome.VOID, null, at("목 09:00")));
        ShipmentState after = new ShipmentState(
                new ShipmentId(1),
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                ShipmentStatus.RETURNED,
                at("목 08:00"),
                null,
                "",
                at("목 08:00"),
                at("화 15:00"));
        assertThat(look("목 09:00", after).after().ended())
                .isEqualTo(new PromiseRow.Ended(Outcome.KEPT, at("화 15:00"), at("목 09:00")));
    }

    @ParameterizedTest
    @CsvSource({"LOST, LOST", "DAMAGED, DAMAGED"})
    void PRM_4_a_loss_is_certain_when_the_carrier_says_it(ScanReason reason, DelayCause cause) {
        Reassessed seen = look("화 03:00", state("화 02:50", ShipmentStatus.EXCEPTION, reason, "옥천HUB"));
        delayed(seen, DelayKind.PREDICTED, cause, "화 03:00");
    }

    @Test
    void PRM_4_a_failed_visit_means_another_day() {
        scan("화 10:00", "화 10:01", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        Reassessed seen =
                look("화 15:01", state("화 15:00", ShipmentStatus.ATTEMPT_FAIL, ScanReason.RECIPIENT_ABSENT, "강남SUB"));
        delayed(seen, DelayKind.PREDICTED, DelayCause.ABSENCE, "화 15:00");
    }

    @Test
    void PRM_4_a_jam_the_carrier_admits_is_found_at_its_scan() {
        Reassessed seen = look("화 03:01", state("화 03:00", ShipmentStatus.IN_TRANSIT, ScanReason.HUB_BACKLOG, "옥천HUB"));
        delayed(seen, DelayKind.PREDICTED, DelayCause.HUB_BACKLOG, "화 03:01");
        assertThat(seen.after().stage()).isEqualTo(Stage.HELD);
    }

    @Test
    void PRM_4_a_delay_is_found_once_whatever_is_seen_later() {
        row = timer("화 08:00", Preparation.PACKED).after();
        Reassessed again = look("화 20:00", state("화 18:00", ShipmentStatus.PICKED_UP, null, "인천센터"));
        assertThat(again.foundDelay()).isFalse();
        assertThat(again.after().found()).isEqualTo(row.found());
    }

    @Test
    void PRM_4_a_new_window_that_passes_too_is_told_again_for_a_week() {
        row = timer("화 08:00", Preparation.PACKED).after();
        assertThat(row.checkAt()).isEqualTo(at("수 20:00:01"));
        Reassessed passed = timer("수 20:00:01", Preparation.PACKED);
        assertThat(passed.foundDelay()).isFalse();
        assertThat(passed.changedDay()).isTrue();
        assertThat(Seoul.dateOf(passed.after().announced())).isEqualTo(Rules.MONDAY.plusDays(3));
        assertThat(passed.after().checkAt()).isAfter(at("수 20:00:01"));
        assertThat(timer("다음 화 12:00", Preparation.PACKED).after().checkAt()).isNull();
    }

    @Test
    void MSG_3_a_parcel_nobody_scans_is_told_a_few_times_in_its_week_and_never_a_window_that_has_passed() {
        row = timer("화 08:00", Preparation.PACKED).after();
        int told = 0;
        for (Instant due = row.checkAt(); due != null; due = row.checkAt()) {
            Reassessed seen = RULES.look(row, null, Preparation.PACKED, due);
            assertThat(seen.after().window().p90()).isAfter(due);
            told += seen.changedDay() ? 1 : 0;
            row = seen.after();
        }
        assertThat(told).isBetween(1, 3);
    }

    @Test
    void PRM_1_a_window_that_passes_before_its_promise_ends_is_replaced() {
        row = row.promising(new TimeWindow(at("화 10:00"), at("목 끝")), false);
        scan("화 10:00", "화 10:01", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남");
        assertThat(row.found()).isNull();
        assertThat(row.checkAt()).isEqualTo(row.window().p90().plusSeconds(1));
        Reassessed passed = RULES.look(
                row,
                state("화 10:00", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남"),
                null,
                Objects.requireNonNull(row.checkAt()));
        assertThat(passed.foundDelay()).isFalse();
        assertThat(passed.after().window().p90()).isAfter(row.window().p90());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            화 12:00 | 수 10:00/수 15:00/수 20:00    | true
            화 12:00 | 월 12:00/목 12:00/다음 월 12:00 | false
            화 12:00 | 수 12:00/토 12:00/다음 수 12:00 | true
            토 12:00 | 화 10:00/화 15:00/화 20:00    | true
            """)
    void MSG_3_a_middle_that_moves_within_the_windows_own_doubt_is_no_news(String told, String window, boolean news) {
        List<Instant> ends = Rules.all(window);
        Window now = new Window(ends.get(0), ends.get(1), ends.get(2), WindowBasis.none());
        assertThat(Reassessment.isBeyondDoubt(at(told), now)).isEqualTo(news);
    }

    @Test
    void nothing_is_told_of_a_lost_parcels_window() {
        row = timer("화 08:00", Preparation.PACKED).after();
        Reassessed lost = look("수 21:00", state("수 20:50", ShipmentStatus.EXCEPTION, ScanReason.LOST, "옥천HUB"));
        assertThat(lost.changedDay()).isFalse();
        assertThat(lost.after().checkAt()).isNull();
    }

    @Test
    void BEN_1_a_loss_after_a_delay_is_news_once_and_nothing_makes_it_less() {
        row = timer("화 08:00", Preparation.PACKED).after();
        Reassessed damaged = look("수 03:00", state("수 02:00", ShipmentStatus.EXCEPTION, ScanReason.DAMAGED, "옥천HUB"));
        delayed(damaged, DelayKind.PREDICTED, DelayCause.DAMAGED, "수 03:00");
        row = damaged.after();
        Reassessed lost = look("수 04:00", state("수 03:50", ShipmentStatus.EXCEPTION, ScanReason.LOST, "옥천HUB"));
        delayed(lost, DelayKind.PREDICTED, DelayCause.LOST, "수 04:00");
        row = lost.after();
        for (ScanReason later : List.of(ScanReason.LOST, ScanReason.DAMAGED, ScanReason.HUB_BACKLOG)) {
            Reassessed again = look("수 05:00", state("수 04:50", ShipmentStatus.EXCEPTION, later, "옥천HUB"));
            assertThat(again.foundDelay()).as(later.name()).isFalse();
            assertThat(again.after().found()).isEqualTo(row.found());
        }
    }

    @Test
    void a_nights_scans_that_come_by_the_handful_are_no_bad_news() {
        Reassessed seen = look("화 06:30", state("화 06:20", ShipmentStatus.IN_TRANSIT, null, "강남SUB"));
        assertThat(seen.changedDay()).isFalse();
        assertThat(Seoul.dateOf(seen.after().window().p50())).isEqualTo(Rules.MONDAY.plusDays(1));
        assertThat(seen.after().pickedUpAt()).as("nobody said when").isNull();
    }

    @Test
    void a_late_scan_does_not_turn_the_stage_back() {
        scan("월 18:00", "월 18:01", ShipmentStatus.PICKED_UP, null, "인천센터");
        scan("월 19:30", "월 19:31", ShipmentStatus.IN_TRANSIT, null, "인천터미널");
        Instant since = row.since();
        scan("월 23:30", "월 23:31", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        assertThat(row.since()).as("the stage began with its first scan").isEqualTo(since);
        assertThat(row.pickedUpAt()).isEqualTo(at("월 18:00"));
    }

    @Test
    void lazy_timers_move_only_to_an_earlier_moment() {
        Reassessed picked = look("월 18:01", state("월 18:00", ShipmentStatus.PICKED_UP, null, "인천센터"));
        assertThat(picked.after().checkAt())
                .as("08:00 stays; 13:00 is found out then")
                .isEqualTo(at("화 07:59:59"));
        row = picked.after();
        Reassessed timer = look("화 07:59:59", state("월 18:00", ShipmentStatus.PICKED_UP, null, "인천센터"));
        assertThat(timer.foundDelay()).isFalse();
        assertThat(timer.after().checkAt()).isEqualTo(at("화 13:00"));
    }

    @Test
    void TRK_4_a_parcel_with_a_late_promise_is_silent_before_it_is_overdue() {
        row = ordered("서울").promising(new TimeWindow(at("목 00:00"), at("금 끝")), false);
        scan("월 18:00", "월 18:01", ShipmentStatus.PICKED_UP, null, "인천센터");
        scan("월 22:00", "월 22:01", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        ShipmentState silent = state("월 22:00", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        assertThat(look("수 09:59", silent).foundDelay()).isFalse();
        Reassessed seen = look("수 10:00", silent);
        delayed(seen, DelayKind.SILENT, DelayCause.CARRIER_DATA, "수 10:00");
        assertThat(seen.after().checkAt()).as("its promise may still hold").isEqualTo(at("금 13:00"));

        row = seen.after();
        assertThat(look("금 12:59", silent).foundDelay()).isFalse();
        Reassessed late = look("금 13:00", silent);
        delayed(late, DelayKind.PREDICTED, DelayCause.CARRIER_DATA, "금 13:00");
        assertThat(late.after().window().p10()).isAfter(row.promised().to());
        row = late.after();
        assertThat(look("토 00:00", silent).foundDelay()).as("told once").isFalse();
    }

    @Test
    void TRK_4_a_parcel_that_is_seen_again_in_time_is_not_late() {
        row = ordered("서울").promising(new TimeWindow(at("목 00:00"), at("금 끝")), false);
        scan("월 18:00", "월 18:01", ShipmentStatus.PICKED_UP, null, "인천센터");
        scan("월 22:00", "월 22:01", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB");
        row = look("수 10:00", state("월 22:00", ShipmentStatus.IN_TRANSIT, null, "곤지암HUB"))
                .after();
        scan("금 10:00", "금 10:01", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        assertThat(look("금 13:00", state("금 10:00", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB"))
                        .foundDelay())
                .isFalse();
        assertThat(Objects.requireNonNull(row.found()).kind()).isEqualTo(DelayKind.SILENT);
    }

    @Test
    void a_day_the_customer_asked_for_is_no_ground_for_a_delay() {
        row = row.promising(new TimeWindow(at("목 00:00"), at("목 끝")), false);
        scan("월 18:00", "월 18:01", ShipmentStatus.PICKED_UP, null, "인천센터");
        assertThat(look("화 13:00", state("월 18:00", ShipmentStatus.PICKED_UP, null, "인천센터"))
                        .foundDelay())
                .isFalse();
    }

    @Test
    void a_malls_slot_breaks_when_the_van_is_not_out_an_hour_before_its_end() {
        TimeWindow slot = new TimeWindow(at("화 18:00"), at("화 20:00"));
        PromiseRow bare = ordered("서울").promising(slot, true);
        row = bare.with(RULES.window(bare, at("화 12:00")), bare.announced());
        assertThat(timer("화 18:59", Preparation.PACKED).foundDelay()).isFalse();
        delayed(timer("화 19:00", Preparation.PACKED), DelayKind.PREDICTED, DelayCause.HANDOVER, "화 19:00");
        ShipmentState out = state("화 17:30", ShipmentStatus.OUT_FOR_DELIVERY, null, "강남SUB");
        assertThat(look("화 19:59", out).foundDelay()).isFalse();
        delayed(look("화 20:00:01", out), DelayKind.OVERDUE, DelayCause.LAST_MILE, "화 20:00:01");
    }

    private static PromiseRow ordered(String to) {
        PlacedOrder order = new PlacedOrder(
                new OrderId(1),
                new MallId(1),
                "1",
                new PersonId(1),
                1,
                at("월 10:00"),
                "인천",
                to,
                new CarrierId("kr.cjlogistics"),
                30_000,
                1,
                null);
        Instant since = Rules.CUTOFF.handover(order.confirmedAt(), Rules.CJ);
        PromiseRow bare = PromiseRow.ordered(
                order,
                "kr.cjlogistics",
                since,
                new TimeWindow(since, since),
                false,
                new Window(since, since, since, WindowBasis.none()));
        Window window = RULES.window(bare, order.confirmedAt());
        PromiseRow row = bare.with(window, window.p50())
                .promising(new TimeWindow(window.p10(), Seoul.endOf(Seoul.dateOf(window.p90()))), false);
        return row.checkedAt(RULES.look(row, null, null, at("월 10:00")).after().checkAt());
    }

    private Reassessed timer(String now, Preparation warehouse) {
        return RULES.look(row, null, warehouse, at(now));
    }

    private Reassessed look(String now, ShipmentState state) {
        return RULES.look(row, state, Preparation.PACKED, at(now));
    }

    private void scan(String occurred, String now, ShipmentStatus status, @Nullable ScanReason reason, String place) {
        row = look(now, state(occurred, status, reason, place)).after();
    }

    private static ShipmentState state(
            String occurred, ShipmentStatus status, @Nullable ScanReason reason, String place) {
        Instant delivered = status == ShipmentStatus.DELIVERED ? at(occurred) : null;
        return new ShipmentState(
                new ShipmentId(1),
                new MallId(1),
                new CarrierId("kr.cjlogistics"),
                status,
                at(occurred),
                reason,
                place,
                at(occurred),
                delivered);
    }

    private static void delayed(Reassessed seen, DelayKind kind, DelayCause cause, String certainSince) {
        assertThat(seen.foundDelay()).isTrue();
        PromiseRow.Found found = Objects.requireNonNull(seen.after().found());
        assertThat(List.<Object>of(found.kind(), found.cause(), found.certainAt()))
                .isEqualTo(List.of(kind, cause, at(certainSince)));
    }
}
