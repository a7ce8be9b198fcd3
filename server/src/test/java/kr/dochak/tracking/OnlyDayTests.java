package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import kr.dochak.shared.CarrierId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unclear of the faults: a carrier that knows only the day writes its midnight. */
class OnlyDayTests {

    private static Instant at(String seoul) {
        return OffsetDateTime.parse(seoul + "+09:00").toInstant();
    }

    private static Scan scan(ShipmentStatus status, String at, String eventId) {
        return new Scan(
                0,
                new CarrierId("kr.epost"),
                new TrackingNumber("6123456789012"),
                status,
                null,
                at(at),
                "강남",
                "",
                eventId);
    }

    @ParameterizedTest(name = "{0} at {1}, known at {2}, counts at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            DELIVERED            | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T23:59:59
            DELIVERED            | 2026-11-23T00:00:00 | 2026-11-23T16:20:30 | 2026-11-23T16:20:30
            DELIVERED            | 2026-11-23T00:00:01 | 2026-11-25T10:00:00 | 2026-11-23T00:00:01
            DELIVERED            | 2026-11-23T00:00:00 | 2026-11-22T23:58:00 | 2026-11-23T00:00:00
            ATTEMPT_FAIL         | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T23:59:59
            OUT_FOR_DELIVERY     | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T23:59:59
            AVAILABLE_FOR_PICKUP | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T23:59:59
            RETURNED             | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T23:59:59
            IN_TRANSIT           | 2026-11-23T00:00:00 | 2026-11-25T10:00:00 | 2026-11-23T00:00:00
            """)
    void UNCLEAR_a_day_without_an_hour_counts_at_its_end(
            ShipmentStatus status, String reported, String now, String counted) {
        assertThat(OnlyDay.counted(scan(status, reported, null), at(now)).occurredAt())
                .isEqualTo(at(counted));
    }

    @Test
    void UNCLEAR_the_same_day_told_again_is_the_same_scan() {
        Scan reported = scan(ShipmentStatus.DELIVERED, "2026-11-23T00:00:00", null);
        Scan first = OnlyDay.counted(reported, at("2026-11-23T16:20:30"));
        Scan again = OnlyDay.counted(reported, at("2026-11-24T09:00:00"));
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(OnlyDay.isSame(first.occurredAt(), first.status(), reported.occurredAt()))
                .isTrue();
        assertThat(OnlyDay.isSame(at("2026-11-24T00:00:00"), first.status(), reported.occurredAt()))
                .isFalse();
        Scan nextDay =
                OnlyDay.counted(scan(ShipmentStatus.DELIVERED, "2026-11-24T00:00:00", null), at("2026-11-25T09:00:00"));
        assertThat(nextDay.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void UNCLEAR_the_id_of_the_carrier_stays() {
        assertThat(OnlyDay.counted(
                                scan(ShipmentStatus.DELIVERED, "2026-11-23T00:00:00", "e-1"), at("2026-11-24T09:00:00"))
                        .eventId())
                .isEqualTo("e-1");
    }
}
