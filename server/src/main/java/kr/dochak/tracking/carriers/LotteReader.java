package kr.dochak.tracking.carriers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer.NotFound;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** 롯데택배: one list of scans. That somebody signed (45) is a delivery only where no delivery (41) was scanned. */
final class LotteReader implements AnswerReader {

    private static final Set<String> KEPT = Set.of(
            "errorCd",
            "errorNm",
            "BRNSHP_CD",
            "BRNSHP_NM",
            "GODS_STAT_CD",
            "GODS_STAT_NM",
            "SCAN_YMD",
            "SCAN_TME",
            "STATUS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Pattern NO_DATA = Pattern.compile("(?i)no data|송장|존재하지|없습니다");
    private static final String DELIVERED = "41";
    private static final String SIGNED = "45";

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw)
                .orElseGet(() -> Json.object(raw.body())
                        .map(LotteReader::read)
                        .orElseGet(() -> Wire.notice(raw.body(), "not-json")));
    }

    private static CarrierAnswer read(JsonNode answer) {
        JsonNode scans = answer.path("tracking");
        if (!scans.isArray()) {
            return NO_DATA.matcher(Json.text(answer, "errorNm")).find()
                    ? new NotFound()
                    : new CarrierAnswer.Broken("no-tracking");
        }
        if (scans.isEmpty()) {
            return new NotFound();
        }
        boolean delivered = scans.valueStream().anyMatch(scan -> code(scan).equals(DELIVERED));
        Telling telling = new Telling();
        for (JsonNode scan : scans) {
            if (!code(scan).equals(SIGNED) || !delivered) {
                row(scan, scans, telling);
            }
        }
        return telling.answer();
    }

    private static void row(JsonNode scan, JsonNode all, Telling telling) {
        String text = Json.text(scan, "GODS_STAT_NM");
        telling.row(meaning(code(scan), text), code(scan), at(scan, all), Json.text(scan, "BRNSHP_NM"), text);
    }

    private static Optional<Meaning> meaning(String code, String text) {
        return CodeTable.of("kr.lotte").code(code, text);
    }

    @Override
    public boolean knows(CarrierId carrier, String code, String text) {
        return meaning(code, text).isPresent();
    }

    /**
     * A scan without an hour ({@code ------}) is as late as the latest of its day that stands before it, and the first of a
     * day as early as the day. What comes after it must not move it, or each answer would bring it as a new scan.
     */
    private static @Nullable Instant at(JsonNode scan, JsonNode all) {
        String day = Json.text(scan, "SCAN_YMD");
        String time = Json.text(scan, "SCAN_TME");
        if (time.startsWith("-")) {
            time = all.valueStream()
                    .takeWhile(other -> other != scan)
                    .filter(other -> Json.text(other, "SCAN_YMD").equals(day))
                    .map(other -> Json.text(other, "SCAN_TME"))
                    .filter(other -> other.matches("\\d{6}"))
                    .max(String::compareTo)
                    .orElse("000000");
        }
        return Telling.moment(day + time, TIME);
    }

    private static String code(JsonNode scan) {
        return Json.text(scan, "GODS_STAT_CD");
    }

    @Override
    public RawAnswer withoutPersons(RawAnswer raw) {
        return Json.only(raw, KEPT);
    }
}
