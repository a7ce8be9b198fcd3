package kr.dochak.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.calendar.Exceptions;
import kr.dochak.promise.windows.CalendarRepository;
import kr.dochak.promise.windows.CarrierCalendar;
import kr.dochak.promise.windows.CarrierCalendars;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.Departed;
import kr.dochak.promise.windows.DeparturePlan;
import kr.dochak.promise.windows.DepartureRepository;
import kr.dochak.promise.windows.DispatchDays;
import kr.dochak.promise.windows.LaneRepository;
import kr.dochak.promise.windows.Stage;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** PRM-5: lanes are learned anew when there is something new to learn. */
@ProductTest
class RelearningTests {

    private static final Instant LONG_AGO = Instant.parse("2011-03-01T00:00:00Z");

    @Autowired
    LaneRepository lanes;

    @Test
    void PRM_5_what_came_since_the_last_learning_is_the_new_share() {
        delivered(90, LONG_AGO.plus(Duration.ofDays(1)));
        delivered(10, LONG_AGO.plus(Duration.ofDays(5)));
        assertThat(newShare(Duration.ofDays(3))).isEqualTo(.1);
        assertThat(newShare(Duration.ofDays(6))).isZero();
        assertThat(lanes.newShare(LONG_AGO.minusSeconds(99), LONG_AGO, LONG_AGO))
                .as("nothing at all")
                .isEqualTo(1);
    }

    @Autowired
    CalendarRepository calendars;

    /**
     * A carrier of whose parcels one in ten comes between eight and nine in the evening works until then, whatever its
     * calendar says.
     */
    @Test
    @Transactional // undone: the hours of all carriers would hold for every other test
    void PRM_5_the_hours_of_a_tour_are_those_in_which_parcels_really_come() {
        Instant noon = Instant.parse("2012-03-05T03:20:00Z");
        Instant eveningOfTheSame = Instant.parse("2012-03-05T11:40:00Z");
        deliveredBy("kr.logen", 250, noon);
        deliveredBy("kr.logen", 25, eveningOfTheSame);
        deliveredBy("kr.logen", 25, eveningOfTheSame.plus(Duration.ofHours(4))); // entered at forty past midnight
        deliveredBy("kr.epost", 199, eveningOfTheSame);
        calendars.learnHours(noon.minus(Duration.ofDays(1)), noon.plus(Duration.ofDays(1)));
        CarrierCalendar learned = calendars.calendars().of("kr.logen", "인천");
        assertThat(learned.deliversFrom()).isEqualTo(LocalTime.of(12, 0));
        assertThat(learned.deliversUntil()).isEqualTo(LocalTime.of(20, 40));
        assertThat(calendars.calendars().of("kr.epost", "인천").deliversUntil())
                .as("199 deliveries are too few")
                .isEqualTo(LocalTime.of(19, 0));
        assertThat(calendars.calendars().of(CarrierCalendars.ANY, "인천").deliversUntil())
                .as("all carriers together")
                .isEqualTo(LocalTime.of(20, 40));
    }

    @Autowired
    DepartureRepository departures;

    /** Four weeks of a mall that packs on Sundays, and of one that does not; of the holiday among them both are silent. */
    @Test
    @Transactional // undone: other tests have malls of these numbers too
    void PRM_5_on_which_days_a_mall_hands_over_is_learned_from_its_hand_overs() {
        LocalDate monday = LocalDate.of(2026, 2, 23); // 3·1절 is the Sunday after it, its substitute the Monday
        List<Departed> handedOver = new ArrayList<>();
        monday.datesUntil(monday.plusDays(28))
                .filter(day -> !BusinessCalendar.korea().isHoliday(day))
                .forEach(day -> {
                    handedOver.addAll(departed(new MallId(811), day, 20));
                    handedOver.addAll(departed(new MallId(812), day, day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 20));
                });
        departures.remember(handedOver);
        Instant begin = Seoul.startOf(monday);
        calendars.learnDispatchDays(begin, begin.plus(Duration.ofDays(40)));
        Cutoffs cutoffs = calendars.cutoffs();
        assertThat(cutoffs.of(new MallId(811)).days()).isEqualTo(new DispatchDays(false, true, Exceptions.NONE));
        assertThat(cutoffs.of(new MallId(811)).orderBy())
                .isEqualTo(cutoffs.of(MallId.DEFAULT).orderBy());
        assertThat(cutoffs.of(new MallId(812)).days()).isEqualTo(DispatchDays.USUAL);
    }

    private static List<Departed> departed(MallId mall, LocalDate day, int parcels) {
        Departed one = new Departed(
                mall, DeparturePlan.Lead.WAITS, Duration.ZERO, Duration.ZERO, day, Seoul.endOf(day.plusDays(1)));
        return Collections.nCopies(parcels, one);
    }

    private double newShare(Duration last) {
        return lanes.newShare(LONG_AGO, LONG_AGO.plus(last), LONG_AGO.plus(Duration.ofDays(9)));
    }

    private void delivered(int count, Instant at) {
        deliveredBy("kr.hanjin", count, at);
    }

    private void deliveredBy(String carrier, int count, Instant at) {
        List<LaneRepository.Outcome> outcomes = IntStream.range(0, count)
                .mapToObj(
                        n -> new LaneRepository.Outcome(carrier, "인천", "서울", Stage.PICKED_UP, Duration.ofHours(20), at))
                .toList();
        lanes.remember(outcomes);
    }
}
