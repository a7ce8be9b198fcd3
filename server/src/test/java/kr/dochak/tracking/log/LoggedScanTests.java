package kr.dochak.tracking.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.ScanReason;
import kr.dochak.tracking.ShipmentStatus;
import kr.dochak.tracking.TrackingNumber;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoggedScanTests {

    private static final Scan SCAN = new Scan(
            7,
            new CarrierId("kr.hanjin"),
            new TrackingNumber("412345678901"),
            ShipmentStatus.EXCEPTION,
            ScanReason.DAMAGED,
            Instant.parse("2026-11-23T05:04:03Z"),
            "옥천HUB \"3\"",
            "파손\n확인",
            "e-1");
    private static final String WRITTEN = new String(LoggedScan.value(SCAN), StandardCharsets.UTF_8);

    @Test
    void what_is_written_is_read_again() {
        Scan plain = new Scan(
                0,
                new CarrierId("kr.cjlogistics"),
                new TrackingNumber("6"),
                ShipmentStatus.PICKED_UP,
                null,
                SCAN.occurredAt().plusMillis(5),
                "",
                "",
                null);

        assertThat(LoggedScan.read(LoggedScan.value(SCAN))).isEqualTo(new LoggedScan.Read.Good(SCAN));
        assertThat(LoggedScan.read(LoggedScan.value(plain))).isEqualTo(new LoggedScan.Read.Good(plain));
    }

    @Test
    void M10_a_record_of_an_earlier_version_is_read_without_its_persons() {
        String named = WRITTEN.replace("옥천HUB \\\"3\\\"", "강남 홍길동 기사 010-3333-4444")
                .replace("파손\\n확인", "담당: 홍길동")
                .replace("e-1", "홍길동기사 01033334444");
        assertThat(named).contains("홍길동 기사", "담당: 홍길동", "01033334444");
        Scan read = ((LoggedScan.Read.Good) LoggedScan.read(named.getBytes(StandardCharsets.UTF_8))).scan();
        assertThat(read.place() + read.text() + read.eventId()).doesNotContain("홍길동", "3333", "4444");
    }

    @Test
    void scans_of_one_parcel_have_one_key() {
        assertThat(new String(LoggedScan.key(SCAN), StandardCharsets.UTF_8)).isEqualTo("kr.hanjin/412345678901");
    }

    @Test
    void what_this_version_does_not_write_it_does_not_read() {
        unreadable("");
        unreadable("null");
        unreadable("{}");
        unreadable("[]");
        unreadable("\u0001\u0002");
        unreadable(WRITTEN.replace("\"v\":1", "\"v\":2"));
        unreadable(WRITTEN.replace("\"v\":1", "\"v\":1,\"weight\":3"));
        unreadable(WRITTEN.replace("EXCEPTION", "TELEPORTED"));
        unreadable(WRITTEN.replace("2026-11-23T", "gestern "));
        unreadable(WRITTEN.replace("\"place\"", "\"platz\""));
        unreadable(WRITTEN.replace("412345678901", ""));
        unreadable(WRITTEN.substring(0, WRITTEN.length() - 1));
    }

    private static void unreadable(String value) {
        assertThat(LoggedScan.read(value.getBytes(StandardCharsets.UTF_8)))
                .as(value)
                .isInstanceOf(LoggedScan.Read.Unreadable.class);
    }
}
