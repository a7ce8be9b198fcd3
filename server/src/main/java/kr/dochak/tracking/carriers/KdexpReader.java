package kr.dochak.tracking.carriers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer.Broken;
import kr.dochak.tracking.carriers.CarrierAnswer.NotFound;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 경동택배: one list of scans, of which its fields and five codes are documented. Assumed is how a moment is written
 * (whatever stands between the figures), that a number nobody knows has an empty list, and that another {@code result}
 * than {@code suc} is no answer.
 */
final class KdexpReader implements AnswerReader {

    private static final Set<String> KEPT = Set.of("result", "scanDt", "scanType", "scanTypeNm", "strtPointNm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int LONGEST_MOMENT = 40;

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw)
                .orElseGet(() -> Json.object(raw.body())
                        .map(KdexpReader::read)
                        .orElseGet(() -> Wire.notice(raw.body(), "not-json")));
    }

    private static CarrierAnswer read(JsonNode answer) {
        if (!Json.text(answer, "result").equals("suc")) {
            return new Broken("result");
        }
        JsonNode scans = answer.path("data").path("scanList");
        boolean noneYet = answer.path("data").isObject() && (scans.isMissingNode() || scans.isNull());
        if (!scans.isArray() && !noneYet) {
            return new Broken("no-scan-list");
        }
        if (scans.isEmpty()) {
            return new NotFound();
        }
        Telling telling = new Telling();
        scans.forEach(scan -> row(scan, telling));
        return telling.answer();
    }

    private static void row(JsonNode scan, Telling telling) {
        String code = Json.text(scan, "scanType");
        String text = Json.text(scan, "scanTypeNm");
        telling.row(meaning(code, text), code, at(Json.text(scan, "scanDt")), Json.text(scan, "strtPointNm"), text);
    }

    /** With or without seconds. */
    private static @Nullable Instant at(String moment) {
        if (moment.length() > LONGEST_MOMENT) {
            return null;
        }
        String figures = moment.replaceAll("\\D", "");
        return Telling.moment(figures.length() == 12 ? figures + "00" : figures, TIME);
    }

    private static Optional<Meaning> meaning(String code, String text) {
        return CodeTable.of("kr.kdexp").code(code, text);
    }

    @Override
    public boolean knows(CarrierId carrier, String code, String text) {
        return meaning(code, text).isPresent();
    }

    @Override
    public RawAnswer withoutPersons(RawAnswer raw) {
        return Json.only(raw, KEPT);
    }
}
