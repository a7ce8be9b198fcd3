package kr.dochak.tracking.carriers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer.NotFound;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import tools.jackson.databind.JsonNode;

/** CJ대한통운: two lists in JSON, the parcel and its events. The driver's name and phone stand inside the text of an event. */
final class CjReader implements AnswerReader {

    private static final Set<String> KEPT =
            Set.of("invcNo", "crgNm", "crgSt", "dTime", "regBranId", "regBranNm", "scanNm", "nsDlvNm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw)
                .orElseGet(() -> Json.object(raw.body())
                        .map(CjReader::read)
                        .orElseGet(() -> Wire.notice(raw.body(), "not-json")));
    }

    private static CarrierAnswer read(JsonNode answer) {
        JsonNode parcels = answer.path("parcelResultMap").path("resultList");
        JsonNode events = answer.path("parcelDetailResultMap").path("resultList");
        if (parcels.isArray() && parcels.isEmpty()) {
            return new NotFound(); // with or without an empty list of events beside it
        }
        if (!parcels.isArray() || !events.isArray()) {
            return new CarrierAnswer.Broken("no-result-list");
        }
        Telling telling = new Telling();
        events.forEach(event -> row(event, telling));
        return telling.answer();
    }

    private static void row(JsonNode event, Telling telling) {
        String code = Json.text(event, "crgSt");
        String text = Json.text(event, "crgNm");
        Instant at = Telling.moment(Json.text(event, "dTime").replaceFirst("\\.\\d+$", ""), TIME);
        telling.row(
                meaning(code, text),
                code,
                at,
                Json.text(event, "regBranNm"),
                text.isBlank() ? Json.text(event, "scanNm") : text);
    }

    private static Optional<Meaning> meaning(String code, String text) {
        return CodeTable.of("kr.cjlogistics").code(code, text);
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
