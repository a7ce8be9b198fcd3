package kr.dochak.benchmarks.scale;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.benchmarks.pipeline.ActiveShipments;
import kr.dochak.benchmarks.pipeline.Load;

/** Hub scans as a carrier sends them, of parcels from all over the table; one in ten says what was said just before. */
final class ScanTexts {

    private static final double DUPLICATES = .1;

    private final Load.Range range;
    private final AtomicLong told = new AtomicLong();

    ScanTexts(int parcels) {
        this.range = new Load.Range(0, parcels);
    }

    /** A request's body: so many scans, one of them alone without brackets. */
    String body(int scans) {
        if (scans == 1) {
            return scan();
        }
        StringBuilder body = new StringBuilder(scans * 170).append('[');
        String before = "";
        for (int i = 0; i < scans; i++) {
            boolean again = i > 0 && ThreadLocalRandom.current().nextDouble() < DUPLICATES;
            String scan = again ? before : scan();
            body.append(i == 0 ? "" : ",").append(scan);
            before = scan;
        }
        return body.append(']').toString();
    }

    private String scan() {
        long n = told.getAndIncrement();
        boolean early = n % 10 == 0;
        Instant at = Instant.now().minusSeconds(early ? 3_600 : 2).truncatedTo(ChronoUnit.SECONDS);
        return "{\"carrier\":\"kr.cjlogistics\",\"trackingNumber\":\""
                + ActiveShipments.number(range.parcel(Load.Step.HUB, n))
                + "\",\"occurredAt\":\"" + at + "\",\"status\":\"IN_TRANSIT\",\"place\":\""
                + Load.HUBS.get((int) (n / 7 % Load.HUBS.size())) + "\",\"text\":\"간선하차\"}";
    }
}
