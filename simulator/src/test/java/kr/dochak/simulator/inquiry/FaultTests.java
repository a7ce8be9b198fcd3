package kr.dochak.simulator.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sources misbehave, each as it is told to. */
class FaultTests {

    private final List<String> told = new ArrayList<>();
    private final Korea korea = new Korea(told::add);

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, 403, Access Denied, Access Denied",
        "BAD_GATEWAY, 502, Bad Gateway, Bad Gateway",
        "ERROR_INSIDE, 200, 시스템 오류, 시스템 오류",
        "CHANGED, 200, trackingResult, <main id=\"app\">",
    })
    void a_fault_is_met_by_everybody_until_it_is_over(Fault fault, int status, String cj, String hanjin) {
        for (Carrier carrier : List.of(Carrier.CJ, Carrier.HANJIN)) {
            Parcel parcel = korea.delivered(carrier);
            Source source = Source.of(carrier.id());
            String well = korea.ask(source, parcel.trackingNumber()).body();
            korea.moods.become(source, fault, 30, 0);
            Saying saying = korea.ask(source, parcel.trackingNumber());
            assertThat(saying.status()).isEqualTo(status);
            assertThat(saying.body())
                    .contains(carrier == Carrier.CJ ? cj : hanjin)
                    .isNotEqualTo(well);
            korea.runUntil(korea.now().plusMinutes(31));
            assertThat(korea.ask(source, parcel.trackingNumber()).body()).isEqualTo(well);
        }
    }

    @Test
    void slow_is_the_same_answer_later() {
        Parcel parcel = korea.delivered(Carrier.EPOST);
        Saying well = korea.ask(Source.EPOST, parcel.trackingNumber());
        korea.moods.become(Source.EPOST, Fault.SLOW, 0, 3);
        assertThat(korea.ask(Source.EPOST, parcel.trackingNumber())).isEqualTo(well.after(3));
    }

    @Test
    void scans_come_twice_in_disorder_after_the_delivery_or_from_another_parcel() {
        List<Scan> scans = korea.delivered(Carrier.LOGEN).scans();
        assertThat(Bending.bend(Fault.DOUBLED, scans)).hasSize(16).startsWith(scans.getFirst(), scans.getFirst());
        assertThat(Bending.bend(Fault.DISORDERED, scans))
                .containsExactlyInAnyOrderElementsOf(scans)
                .startsWith(scans.get(1), scans.get(0));
        List<Scan> late = Bending.bend(Fault.LATE_SCAN, scans);
        assertThat(late).hasSize(9);
        assertThat(late.getLast().stage()).isEqualTo(Stage.HUB_OUT);
        assertThat(late.getLast().occurredAt()).isAfter(scans.getLast().occurredAt());
        List<Scan> reused = Bending.bend(Fault.REUSED, scans);
        assertThat(reused).endsWith(scans.toArray(Scan[]::new)).hasSize(13);
        assertThat(reused.get(4).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(reused.get(4).occurredAt())
                .isBefore(scans.getFirst().occurredAt().minusMonths(6));
        assertThat(Bending.bend(Fault.LATE_SCAN, scans.subList(0, 4))).hasSize(4);
    }

    @Test
    void more_than_is_allowed_is_refused_until_a_minute_is_over() {
        Parcel parcel = korea.delivered(Carrier.LOTTE);
        korea.moods.allow(Source.LOTTE, 0, 2);
        assertThat(korea.ask(Source.LOTTE, parcel.trackingNumber()).status()).isEqualTo(200);
        assertThat(korea.ask(Source.LOTTE, parcel.trackingNumber()).status()).isEqualTo(200);
        assertThat(korea.ask(Source.LOTTE, parcel.trackingNumber()).status()).isEqualTo(429);
        korea.secondsPass(61);
        assertThat(korea.ask(Source.LOTTE, parcel.trackingNumber()).status()).isEqualTo(200);
    }

    @Test
    void a_carrier_that_is_asked_pushes_nothing_and_one_that_pushes_can_be_asked_too() {
        Parcel asked = korea.delivered(Carrier.CJ);
        assertThat(told).isNotEmpty().doesNotContain("SCAN");
        assertThat(korea.ask(Source.CJ, asked.trackingNumber()).body()).contains("\"91\"");
        korea.delivered(Carrier.LOGEN);
        assertThat(told).contains("SCAN");
    }
}
