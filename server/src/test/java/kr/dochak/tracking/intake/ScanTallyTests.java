package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.calendar.Calendars;
import kr.dochak.database.Sql;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.time.WorldClock;
import kr.dochak.tracking.carriers.health.CarrierAlarm.Quiet;
import kr.dochak.tracking.carriers.health.Integrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** TRK-5: a carrier that sends its scans by itself is missed when it stops. */
@ProductTest
class ScanTallyTests {

    private static final String CARRIER = "kr.honamlogis";

    @Autowired
    ScanTaking taking;

    @Autowired
    ScanTally tally;

    @Autowired
    Integrations integrations;

    @Autowired
    Calendars calendars;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @AfterEach
    void forget() {
        jdbc.sql("delete from tracking.heard where carrier = :carrier")
                .param("carrier", CARRIER)
                .update();
    }

    @Test
    void TRK_5_a_carrier_that_has_stopped_is_on_the_board_until_its_next_scan() {
        toAWorkingDay();
        Instant last = clock.instant().minus(Duration.ofHours(6));
        usuallySends(last);
        assertThat(quiet()).singleElement().satisfies(quiet -> {
            assertThat(quiet.missing()).isBetween(400L, 600L);
            assertThat(quiet.since()).isEqualTo(last.truncatedTo(ChronoUnit.MICROS));
        });
        assertThat(integrations.health(new MallId(1)).quiet())
                .extracting(Quiet::carrier)
                .contains(new CarrierId(CARRIER));

        send();
        tally.tick(clock.instant().plusSeconds(60));

        assertThat(quiet()).isEmpty();
        assertThat(integrations.health(new MallId(1)).loads())
                .filteredOn(load -> load.carrier().value().equals(CARRIER))
                .singleElement()
                .satisfies(load -> {
                    assertThat(load.lastScanAt()).isAfter(last);
                    assertThat(load.scans()).as("of 24 hours").isBetween(1_700L, 2_003L);
                });
    }

    @Test
    void TRK_5_what_one_request_and_the_next_bring_is_added_up() {
        send();
        send();
        tally.tick(clock.instant().plusSeconds(60));
        send();
        tally.tick(clock.instant().plusSeconds(120));
        assertThat(jdbc.sql("select sum(scans) from tracking.heard where carrier = :carrier")
                        .param("carrier", CARRIER)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    /** Nothing is missed on a holiday, and where the tests before have moved the time nobody knows. */
    private void toAWorkingDay() {
        while (calendars
                        .current()
                        .nation()
                        .isHoliday(Seoul.dateOf(clock.instant().minus(Duration.ofHours(6))))
                || calendars.current().nation().isHoliday(Seoul.dateOf(clock.instant()))) {
            clock.advanceTo(clock.instant().plus(Duration.ofHours(12)));
        }
    }

    /** Other tests' carriers may be silent too. */
    private List<Quiet> quiet() {
        return integrations.alarms(new MallId(1)).stream()
                .flatMap(alarm ->
                        alarm instanceof Quiet quiet && quiet.carrier().value().equals(CARRIER)
                                ? Stream.of(quiet)
                                : Stream.of())
                .toList();
    }

    private void usuallySends(Instant last) {
        jdbc.sql("""
                insert into tracking.heard (carrier, hour, scans, last_at)
                select :carrier, hour, 100, least(hour + interval '1 hour', :last::timestamptz)
                from generate_series(date_trunc('hour', :last::timestamptz) - interval '20 days',
                                     date_trunc('hour', :last::timestamptz), interval '1 hour') hour
                """).param("carrier", CARRIER).param("last", Sql.at(last)).update();
    }

    private void send() {
        String at = clock.instant().minusSeconds(60).toString();
        taking.take(json.readTree("""
                {"carrier":"%s","trackingNumber":"70001","occurredAt":"%s","status":"PICKED_UP"}""".formatted(CARRIER, at)), new Reporter(0, null), null);
    }
}
