package kr.dochak.promise.areas.feeds;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.promise.areas.feeds.AreaAnswer.Broken;
import kr.dochak.promise.areas.feeds.AreaAnswer.Listed;
import kr.dochak.promise.areas.feeds.AreaAnswer.Refused;
import kr.dochak.promise.areas.feeds.AreaAnswer.Why;
import kr.dochak.shared.Seoul;
import tools.jackson.databind.JsonNode;

/**
 * 국가교통정보센터 돌발상황정보 ({@code eventInfo}): everything that happens on motorways and national roads now. Its request and
 * the fields of its entries are those that public programs send and read; that an error has a result code other than 0 in
 * the header is known from them too, which numbers those are is not, so that a refused key is recognised by its words.
 */
public final class ItsFeed implements AreaFeed {

    private static final Codes CODES = new Codes("its.csv");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Set<String> GOOD = Set.of("", "0", "00");

    @Override
    public AreaSource source() {
        return AreaSource.ITS;
    }

    @Override
    public boolean tellsAll() {
        return true;
    }

    @Override
    public int pageSize() {
        return Integer.MAX_VALUE;
    }

    @Override
    public URI question(String url, String key, boolean first, int page, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("apiKey", PublicData.plainKey(key));
        fields.put("type", "all");
        fields.put("eventType", "all");
        fields.put("minX", "124.0");
        fields.put("maxX", "132.0");
        fields.put("minY", "33.0");
        fields.put("maxY", "39.0");
        fields.put("getType", "json");
        return URI.create(url + "/eventInfo?" + PublicData.query(fields));
    }

    @Override
    public AreaAnswer read(int status, String body) {
        return PublicData.refusal(status, body)
                .orElseGet(() -> PublicData.object(body).map(ItsFeed::answer).orElse(new Broken("no-json")));
    }

    private static AreaAnswer answer(JsonNode root) {
        String code = PublicData.text(root.path("header"), "resultCode");
        if (!GOOD.contains(code)) {
            String what = PublicData.text(root.path("header"), "resultMsg");
            return what.matches("(?i).*(key|인증).*") ? new Refused(Why.KEY, what) : new Broken(code + " " + what);
        }
        if (!root.path("body").isObject()) {
            return new Broken("no-body");
        }
        List<JsonNode> items = PublicData.entries(root.path("body").path("items"));
        return new Listed(
                items.stream().map(ItsFeed::bulletin).flatMap(Optional::stream).toList(), items.size());
    }

    private static Optional<Bulletin> bulletin(JsonNode item) {
        String began = PublicData.text(item, "startDate");
        Optional<Instant> from = moment(began);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        String kind = PublicData.text(item, "eventType") + "/" + PublicData.text(item, "eventDetailType");
        String blocked = PublicData.text(item, "lanesBlocked") + " " + PublicData.text(item, "lanesBlockType") + " "
                + PublicData.text(item, "message");
        return Optional.of(new Bulletin(
                zone(item),
                kind,
                Long.parseLong(began),
                false,
                PublicData.text(item, "roadName"),
                CODES.has("kind", kind).map(AreaKind::valueOf).orElse(AreaKind.UNKNOWN),
                CODES.has("level", blocked).map(AreaLevel::valueOf).orElse(AreaLevel.ADVISORY),
                Provinces.at(number(item, "coordY"), number(item, "coordX")).orElse(""),
                from.get(),
                moment(PublicData.text(item, "endDate")).orElse(null)));
    }

    /** A piece of road and a direction; a point where the piece is not named. */
    private static String zone(JsonNode item) {
        String link = PublicData.text(item, "linkId");
        String place = link.isEmpty() ? PublicData.text(item, "coordX") + "," + PublicData.text(item, "coordY") : link;
        return place + " " + PublicData.text(item, "roadDrcType");
    }

    private static double number(JsonNode item, String field) {
        String text = PublicData.text(item, field);
        return text.matches("-?\\d{1,3}(\\.\\d+)?") ? Double.parseDouble(text) : Double.NaN;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.matches("\\d{14}")
                    ? Optional.of(
                            LocalDateTime.parse(text, SECOND).atZone(Seoul.ZONE).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
