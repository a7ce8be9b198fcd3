package kr.dochak.tracking.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRK-2: late, repeated and contradictory scans never move a shipment backwards wrongly. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShipmentFoldTests {

    private static final Instant REGISTERED = Instant.parse("2026-11-23T00:00:00Z");

    private static Folded fresh() {
        return Folded.fresh(1, new MallId(1), new CarrierId("kr.hanjin"), REGISTERED);
    }

    private static Scan scan(ShipmentStatus status, @Nullable ScanReason reason, int minute, String place) {
        return new Scan(
                0,
                new CarrierId("kr.hanjin"),
                new TrackingNumber("12345"),
                status,
                reason,
                REGISTERED.plusSeconds(60L * minute),
                place,
                "",
                null);
    }

    private static Folded fold(List<Scan> scans) {
        Folded state = fresh();
        for (Scan scan : scans) {
            state = switch (ShipmentFold.fold(state, scan)) {
                case ShipmentFold.Result.Duplicate seen -> state;
                case ShipmentFold.Result.Noted noted -> noted.state();
                case ShipmentFold.Result.Moved moved -> moved.state();
            };
        }
        return state;
    }

    /** Each scan is {@code STATUS@minute}, in the order in which they arrive. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            INFO_RECEIVED@1,                                            INFO_RECEIVED
            PICKED_UP@5 INFO_RECEIVED@9,                                PICKED_UP
            PICKED_UP@5 IN_TRANSIT@60 OUT_FOR_DELIVERY@600,             OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY@600 IN_TRANSIT@60 PICKED_UP@5,             OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY@600 IN_TRANSIT@700,                        IN_TRANSIT
            OUT_FOR_DELIVERY@600 DELIVERED@650 IN_TRANSIT@700,          DELIVERED
            DELIVERED@650 OUT_FOR_DELIVERY@600,                         DELIVERED
            DELIVERED@650 ATTEMPT_FAIL@660,                             DELIVERED
            DELIVERED@650 RETURNING@900,                                RETURNING
            DELIVERED@650 RETURNING@900 RETURNED@2000,                  RETURNED
            RETURNING@900 DELIVERED@650,                                RETURNING
            OUT_FOR_DELIVERY@600 ATTEMPT_FAIL@620 OUT_FOR_DELIVERY@2000, OUT_FOR_DELIVERY
            PICKED_UP@5 CANCELLED@6,                                    CANCELLED
            IN_TRANSIT@60 OUT_FOR_DELIVERY@60,                          OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY@60 IN_TRANSIT@60,                          OUT_FOR_DELIVERY
            """)
    void TRK_2_the_last_word_is_the_right_one(String scans, ShipmentStatus end) {
        List<Scan> told = new ArrayList<>();
        for (String each : scans.split(" ")) {
            String[] parts = each.split("@");
            told.add(scan(ShipmentStatus.valueOf(parts[0]), null, Integer.parseInt(parts[1]), "HUB"));
        }

        assertThat(fold(told).status()).isEqualTo(end);
    }

    @Test
    void TRK_2_any_order_and_repetition_of_the_same_scans_ends_the_same() {
        ShipmentStatus[] statuses = ShipmentStatus.values();
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Scan> scans = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                ScanReason reason = random.nextInt(3) == 0 ? ScanReason.values()[random.nextInt(11)] : null;
                scans.add(scan(
                        statuses[random.nextInt(statuses.length)],
                        reason,
                        random.nextInt(20),
                        "H" + random.nextInt(3)));
            }
            Folded once = fold(scans);
            List<Scan> again = new ArrayList<>(scans);
            again.addAll(scans.subList(0, random.nextInt(scans.size() + 1)));
            Collections.shuffle(again, random);
            Folded other = fold(again);

            assertThat(other.state()).as("seed %d: %s", seed, scans).isEqualTo(once.state());
            assertThat(other.scanCount()).as("seed %d", seed).isEqualTo(once.scanCount());
        }
    }

    @Test
    void a_scan_is_told_from_another_by_what_it_says() {
        Scan one = scan(ShipmentStatus.IN_TRANSIT, null, 1, "옥천HUB");
        List<Scan> others = List.of(
                scan(ShipmentStatus.PICKED_UP, null, 1, "옥천HUB"),
                scan(ShipmentStatus.IN_TRANSIT, ScanReason.WEATHER, 1, "옥천HUB"),
                scan(ShipmentStatus.IN_TRANSIT, null, 2, "옥천HUB"),
                scan(ShipmentStatus.IN_TRANSIT, null, 1, "곤지암HUB"));

        assertThat(one.hash())
                .isEqualTo(scan(ShipmentStatus.IN_TRANSIT, null, 1, "옥천HUB").hash());
        assertThat(others).allSatisfy(other -> assertThat(other.hash()).isNotEqualTo(one.hash()));
    }
}
