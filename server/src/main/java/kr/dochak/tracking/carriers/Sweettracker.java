package kr.dochak.tracking.carriers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer.Broken;
import kr.dochak.tracking.carriers.CarrierAnswer.NotFound;
import kr.dochak.tracking.carriers.CarrierAnswer.NotNow;
import kr.dochak.tracking.carriers.CarrierAnswer.Refused;
import kr.dochak.tracking.carriers.CarrierAnswer.Why;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sweettracker's answers and call-backs: errors come with 200 as well. Its six levels know no exception, so a text that the
 * carrier's own table knows counts more than the level does.
 */
final class Sweettracker implements AnswerReader {

    private static final Set<String> KEPT = Set.of(
            "result",
            "invoiceNo",
            "estimate",
            "level",
            "complete",
            "completeYN",
            "time",
            "timeString",
            "code",
            "where",
            "kind",
            "status",
            "msg",
            "fid",
            "invoice_no",
            "time_trans",
            "time_sweet",
            "details",
            "estmate");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
    /** This parcel was asked about too often today. */
    private static final String TOO_OFTEN = "105";

    private static final Pattern NUMBER = Pattern.compile("운송장|송장|배송준비|등록되지");
    private static final Pattern LIMIT = Pattern.compile("초과|횟수|제한|limit");
    private static final Pattern KEY = Pattern.compile("(?i)key|키|인증|권한|만료");

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw)
                .orElseGet(() -> Json.object(raw.body())
                        .map(answer -> read(carrier, answer))
                        .orElseGet(() -> Wire.notice(raw.body(), "not-json")));
    }

    private static CarrierAnswer read(CarrierId carrier, JsonNode answer) {
        JsonNode details = answer.path("trackingDetails");
        if (!details.isArray()) {
            return error(answer);
        }
        Telling telling = new Telling();
        details.forEach(detail -> row(
                carrier,
                detail,
                Json.text(detail, "level"),
                Json.text(detail, "kind"),
                when(detail, "timeString"),
                telling));
        return telling.answer();
    }

    /** Not a list of events, with 200: its words show whether it is about the number, our key or our allowance. */
    private static CarrierAnswer error(JsonNode answer) {
        String message = Json.text(answer, "msg");
        String code = Json.text(answer, "code");
        String what = "code-" + Persons.place(code);
        boolean aboutNumber = NUMBER.matcher(message).find();
        if (code.equals(TOO_OFTEN) || aboutNumber && LIMIT.matcher(message).find()) {
            return new NotNow(what);
        }
        if (aboutNumber || hasNothingYet(answer, code, message)) {
            return new NotFound();
        }
        if (LIMIT.matcher(message).find()) {
            return new Refused(Why.BUSY, what);
        }
        return KEY.matcher(message).find() ? new Refused(Why.KEY, what) : new Broken(what);
    }

    /** What every freshly printed waybill is answered with: the number, a level of nought, and no word of an error. */
    private static boolean hasNothingYet(JsonNode answer, String code, String message) {
        return code.isEmpty()
                && message.isEmpty()
                && !Json.text(answer, "invoiceNo").isEmpty()
                && (Json.text(answer, "result").equals("N")
                        || Json.text(answer, "level").equals("0"));
    }

    private static void row(
            CarrierId carrier, JsonNode row, String level, String kind, @Nullable Instant at, Telling telling) {
        telling.row(meaning(carrier, level, kind), level, at, Json.text(row, "where"), kind);
    }

    private static Optional<Meaning> meaning(CarrierId carrier, String level, String kind) {
        return CodeTable.ofTexts(carrier)
                .text(kind)
                .or(() -> CodeTable.of("sweettracker").code(level, kind));
    }

    @Override
    public boolean knows(CarrierId carrier, String code, String text) {
        return meaning(carrier, code, text).isPresent();
    }

    /** Milliseconds include the zone; the text beside them does not, and is Seoul's. */
    private static @Nullable Instant when(JsonNode detail, String textField) {
        JsonNode millis = detail.path("time");
        return millis.isIntegralNumber() && millis.canConvertToLong() && millis.asLong() > 0
                ? Instant.ofEpochMilli(millis.asLong()).truncatedTo(ChronoUnit.SECONDS)
                : Telling.moment(Json.text(detail, textField), TIME);
    }

    /** One event that was pushed, as JSON or as a form that was made an object. */
    CarrierAnswer readPushed(CarrierId carrier, JsonNode pushed) {
        if (!pushed.isObject() || Json.text(pushed, "level").isEmpty()) {
            return new Broken("no-level");
        }
        Telling telling = new Telling();
        row(
                carrier,
                pushed,
                Json.text(pushed, "level"),
                Json.text(pushed, "details"),
                Telling.moment(Json.text(pushed, "time_trans"), TIME),
                telling);
        return telling.answer();
    }

    @Override
    public RawAnswer withoutPersons(RawAnswer raw) {
        return Json.only(raw, KEPT);
    }
}
