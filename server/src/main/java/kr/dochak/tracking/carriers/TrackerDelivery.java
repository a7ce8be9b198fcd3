package kr.dochak.tracking.carriers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.carriers.CarrierAnswer.Broken;
import kr.dochak.tracking.carriers.CarrierAnswer.NotFound;
import kr.dochak.tracking.carriers.CarrierAnswer.Refused;
import kr.dochak.tracking.carriers.CarrierAnswer.Why;
import kr.dochak.tracking.carriers.CodeTable.Meaning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** tracker.delivery: GraphQL, whose errors come with 200. Its last event need not be the last of the list; all are read. */
final class TrackerDelivery implements AnswerReader {

    @Override
    public CarrierAnswer read(CarrierId carrier, RawAnswer raw) {
        return Wire.refusal(raw)
                .orElseGet(() -> Json.object(raw.body())
                        .map(answer -> read(carrier, answer))
                        .orElseGet(() -> Wire.notice(raw.body(), "not-json")));
    }

    private static CarrierAnswer read(CarrierId carrier, JsonNode answer) {
        JsonNode edges = answer.path("data").path("track").path("events").path("edges");
        if (!edges.isArray()) {
            return error(answer);
        }
        Telling telling = new Telling();
        edges.forEach(edge -> row(carrier, edge.path("node"), telling));
        return telling.answer();
    }

    private static CarrierAnswer error(JsonNode answer) {
        String code = Json.text(answer.path("errors").path(0).path("extensions"), "code");
        return switch (code) {
            case "NOT_FOUND", "BAD_REQUEST" -> new NotFound(); // the latter is a number such a carrier cannot have
            case "UNAUTHENTICATED", "FORBIDDEN" -> new Refused(Why.KEY, code);
            case "RATE_LIMIT", "RATE_LIMITED", "TOO_MANY_REQUESTS" -> new Refused(Why.BUSY, code);
            default -> new Broken(code.isEmpty() ? "no-edges" : Persons.place(code));
        };
    }

    private static void row(CarrierId carrier, JsonNode node, Telling telling) {
        String code = Json.text(node.path("status"), "code");
        String text = Json.text(node, "description");
        telling.row(meaning(carrier, code, text), code, moment(Json.text(node, "time")), "", text);
    }

    private static Optional<Meaning> meaning(CarrierId carrier, String code, String text) {
        return CodeTable.ofTexts(carrier)
                .text(text)
                .or(() -> CodeTable.of("tracker-delivery").code(code, text));
    }

    @Override
    public boolean knows(CarrierId carrier, String code, String text) {
        return meaning(carrier, code, text).isPresent();
    }

    private static @Nullable Instant moment(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public RawAnswer withoutPersons(RawAnswer raw) {
        return Json.only(raw, Set.of("time", "code", "description"));
    }
}
