package kr.dochak.promise.areas.feeds;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.promise.areas.feeds.AreaAnswer.Broken;
import kr.dochak.promise.areas.feeds.AreaAnswer.Listed;
import kr.dochak.shared.Seoul;
import tools.jackson.databind.JsonNode;

/**
 * 기상청 기상특보 조회서비스 (data.go.kr 15000415), its 특보코드조회 {@code getPwnCd}: a log of announcements, each of one kind for
 * one zone, without texts that would have to be understood.
 *
 * <p>Fields, and the numbers of {@code warnVar} and {@code warnStress}, are those of its public guide; {@code command} has
 * numbers of its own here (1 발표, 2 해제, 3 연장, 6 정정, 7 변경발표, 8 변경해제). As others who use the service recorded,
 * {@code allEndTime} ends its own kind only, whatever its name says, and {@code totalCount} is not to be relied on.
 */
public final class KmaFeed implements AreaFeed {

    private static final Codes CODES = new Codes("kma.csv");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    private static final String GOOD = "00";
    private static final String NO_DATA = "03";
    private static final int PAGE = 1_000;
    /** Warnings of drought and cold last for weeks; the service answers for as long. */
    private static final int FIRST_DAYS = 30;
    /** Corrections come late. */
    private static final int USUAL_DAYS = 1;

    @Override
    public AreaSource source() {
        return AreaSource.KMA;
    }

    @Override
    public boolean tellsAll() {
        return false;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public URI question(String url, String key, boolean first, int page, Instant now) {
        LocalDate today = Seoul.dateOf(now);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("serviceKey", PublicData.plainKey(key));
        fields.put("pageNo", String.valueOf(page));
        fields.put("numOfRows", String.valueOf(PAGE));
        fields.put("dataType", "JSON");
        fields.put("fromTmFc", DAY.format(today.minusDays(first ? FIRST_DAYS : USUAL_DAYS)));
        fields.put("toTmFc", DAY.format(today));
        return URI.create(url + "/getPwnCd?" + PublicData.query(fields));
    }

    @Override
    public AreaAnswer read(int status, String body) {
        return PublicData.refusal(status, body)
                .orElseGet(() -> PublicData.object(body).map(KmaFeed::answer).orElse(new Broken("no-json")));
    }

    private static AreaAnswer answer(JsonNode root) {
        JsonNode response = root.path("response");
        String code = PublicData.text(response.path("header"), "resultCode");
        return switch (code) {
            case GOOD -> listed(PublicData.entries(response.path("body").path("items")));
            case NO_DATA -> new Listed(List.of(), 0);
            case "" -> new Broken("no-result-code");
            default -> PublicData.failure(code, PublicData.text(response.path("header"), "resultMsg"));
        };
    }

    private static AreaAnswer listed(List<JsonNode> items) {
        return new Listed(
                items.stream().map(KmaFeed::bulletin).flatMap(Optional::stream).toList(), items.size());
    }

    /** Nothing where its subject or its beginning cannot be known, or where it takes itself back. */
    private static Optional<Bulletin> bulletin(JsonNode item) {
        String zone = PublicData.text(item, "areaCode");
        String kind = PublicData.text(item, "warnVar");
        Optional<String> command = CODES.is("command", PublicData.text(item, "command"));
        Optional<Instant> announced = moment(PublicData.text(item, "tmFc"));
        boolean withdrawn = PublicData.text(item, "cancel").equals("1");
        if (zone.isEmpty() || kind.isEmpty() || command.isEmpty() || announced.isEmpty() || withdrawn) {
            return Optional.empty();
        }
        boolean over = command.get().equals("ENDS");
        String name = PublicData.text(item, "areaName");
        return Optional.of(new Bulletin(
                zone,
                kind,
                order(PublicData.text(item, "tmFc"), PublicData.text(item, "tmSeq"), over),
                over,
                name,
                CODES.is("warnVar", kind).map(AreaKind::valueOf).orElse(AreaKind.UNKNOWN),
                CODES.is("warnStress", PublicData.text(item, "warnStress"))
                        .map(AreaLevel::valueOf)
                        .orElse(AreaLevel.ADVISORY),
                Provinces.ofZone(zone, name).orElse(""),
                moment(PublicData.text(item, "startTime")).orElse(announced.get()),
                null));
    }

    /** Announcements are numbered within a month; within one, what ends comes before what begins in its place. */
    private static long order(String announced, String number, boolean over) {
        long seq = number.matches("\\d{1,4}") ? Long.parseLong(number) : 0;
        return (Long.parseLong(announced) * 10_000 + seq) * 2 + (over ? 0 : 1);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.matches("\\d{12}")
                    ? Optional.of(
                            LocalDateTime.parse(text, MINUTE).atZone(Seoul.ZONE).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
