package kr.dochak.promise.areas.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kr.dochak.promise.areas.Recorded;
import kr.dochak.promise.areas.feeds.AreaAnswer.Broken;
import kr.dochak.promise.areas.feeds.AreaAnswer.Listed;
import kr.dochak.promise.areas.feeds.AreaAnswer.Refused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRM-1: what the weather and the traffic service answer, in their shapes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedsTests {

    private static final KmaFeed KMA = new KmaFeed();
    private static final ItsFeed ITS = new ItsFeed();
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, WIND",
        "2, RAIN",
        "3, COLD",
        "4, DRY",
        "5, SURGE",
        "6, WAVES",
        "7, TYPHOON",
        "8, SNOW",
        "9, DUST",
        "12, HEAT",
        "13, HOT_NIGHT",
        "10, UNKNOWN",
        "99, UNKNOWN"
    })
    void every_kind_of_weather_is_known_and_another_one_is_kept(int code, AreaKind kind) {
        Bulletin bulletin = weather("L1020500", "평창군평지", code, 1, 1);
        assertThat(bulletin.kind()).isEqualTo(kind);
        assertThat(bulletin.code()).isEqualTo(String.valueOf(code));
    }

    @ParameterizedTest
    @CsvSource({"0, ADVISORY", "1, WARNING", "2, EMERGENCY", "7, ADVISORY"})
    void every_level_is_known_and_another_one_is_the_least(int code, AreaLevel level) {
        assertThat(weather("L1020500", "평창군평지", 8, code, 1).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "6, false", "7, false", "8, true"})
    void every_command_begins_or_ends(int code, boolean over) {
        assertThat(weather("L1020500", "평창군평지", 8, 1, code).over()).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "L1010500, 수원시, 경기",
        "L1020500, 평창군평지, 강원",
        "L1030100, 천안시, 충남",
        "L1040100, 청주시, 충북",
        "L1050100, 나주시, 전남",
        "L1060100, 고창군, 전북",
        "L1070100, 구미시, 경북",
        "L1080600, 창원시, 경남",
        "L1082600, 부산중부, 부산",
        "L1082900, 울산서부, 울산",
        "L1091430, 서귀포시동부, 제주",
        "L1100100, 서울동남권, 서울",
        "L1110110, 인천영종, 인천",
        "L1120100, 대전광역시, 대전",
        "L1130110, 광주서부, 광주",
        "L1140100, 대구중부, 대구",
        "L1170110, 세종북부, 세종",
        "S1323100, 제주도북부앞바다, 제주",
        "S1132110, 동해남부남쪽안쪽먼바다, ''",
        "X0000001, 경기도 어딘가, 경기"
    })
    void a_zone_lies_in_a_province_and_the_high_sea_in_none(String code, String name, String province) {
        assertThat(weather(code, name, 6, 0, 1).province()).isEqualTo(province);
    }

    @Test
    void a_warning_holds_from_the_time_it_was_announced_for() {
        Bulletin bulletin = weather("L1020500", "평창군평지", 8, 1, 1);
        assertThat(bulletin.from()).isEqualTo("2026-11-23T18:00:00Z");
        assertThat(bulletin.until()).isNull();
    }

    @Test
    void what_takes_itself_back_or_cannot_be_read_is_no_bulletin() {
        String good = Recorded.item("L1020500", "평창군평지", 8, 1, 1, 202611240100L, 5, 202611240300L);
        for (String bad : List.of(
                good.replace("\"cancel\":\"0\"", "\"cancel\":\"1\""),
                good.replace("L1020500", ""),
                good.replace("\"command\":\"1\"", "\"command\":\"4\""),
                good.replace("202611240100", "20261124"),
                "{}")) {
            Listed told = (Listed) KMA.read(200, Recorded.weather(good, bad));
            assertThat(told.bulletins()).as(bad).hasSize(1);
            assertThat(told.items()).isEqualTo(2);
        }
    }

    @Test
    void nothing_to_tell_is_an_answer() {
        assertThat(KMA.read(200, Recorded.NO_WEATHER)).isEqualTo(new Listed(List.of(), 0));
        assertThat(KMA.read(200, Recorded.weather().replace("{\"item\":[]}", "\"\"")))
                .isEqualTo(new Listed(List.of(), 0));
        assertThat(ITS.read(200, Recorded.traffic())).isEqualTo(new Listed(List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_KEY_IS_NOT_REGISTERED_ERROR, 30, KEY",
        "DEADLINE_HAS_EXPIRED_ERROR, 31, KEY",
        "UNREGISTERED_IP_ERROR, 32, KEY",
        "SERVICE_ACCESS_DENIED_ERROR, 20, KEY",
        "LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR, 22, BUSY",
        "HTTP_ERROR, 4, BROKEN",
        "UNKNOWN_ERROR, 99, BROKEN"
    })
    void an_error_may_come_as_xml_with_200_and_as_a_result_code(String name, int code, String kind) {
        AreaAnswer xml = KMA.read(200, Recorded.gateway(name, code));
        assertThat(xml.kind()).isEqualTo(kind);
        assertThat(xml.what()).contains(name);
        String json = Recorded.NO_WEATHER.replace("03", "%02d".formatted(code)).replace("NO_DATA", name);
        assertThat(KMA.read(200, json).kind()).isEqualTo(kind);
        assertThat(ITS.read(200, Recorded.gateway(name, code)).kind()).isEqualTo(kind);
    }

    @Test
    void a_door_that_is_shut_and_a_page_in_place_of_an_answer_are_told_apart() {
        assertThat(KMA.read(403, "Forbidden")).isInstanceOf(Refused.class);
        assertThat(KMA.read(429, "")).isInstanceOf(Refused.class);
        assertThat(KMA.read(502, "<html>Bad Gateway</html>")).isInstanceOf(Broken.class);
        assertThat(KMA.read(200, "")).isInstanceOf(Broken.class);
        assertThat(KMA.read(200, "{\"response\":{}}")).isInstanceOf(Broken.class);
        assertThat(ITS.read(200, "{\"header\":{\"resultCode\":0}}")).isInstanceOf(Broken.class);
        assertThat(ITS.read(200, "{\"header\":{\"resultCode\":9,\"resultMsg\":\"인증키가 유효하지 않습니다\"}}"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatever_comes_is_an_answer() {
        Random dice = new Random(5);
        String good = Recorded.weather(Recorded.item("L1020500", "평창군평지", 8, 1, 1, 202611240100L, 5, 0));
        for (int i = 0; i < 3_000; i++) {
            StringBuilder bent = new StringBuilder(good);
            for (int changes = dice.nextInt(4); changes >= 0; changes--) {
                bent.setCharAt(dice.nextInt(bent.length()), "{}[]\",:<9a".charAt(dice.nextInt(10)));
            }
            assertThat(KMA.read(200, bent.toString())).isNotNull();
            assertThat(ITS.read(200, bent.toString())).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "교통사고, 충돌사고, ACCIDENT",
        "기타돌발, 고장, BREAKDOWN",
        "공사, 시설물보수작업, ROADWORK",
        "작업, 작업, ROADWORK",
        "기상, 강설, ROAD_WEATHER",
        "재난, 산사태, DISASTER",
        "통제, 집회, CONTROL",
        "기타돌발, 이벤트/홍보, OTHER_TRAFFIC",
        "처음보는것, 무엇, UNKNOWN"
    })
    void every_kind_of_event_on_a_road_is_known_and_another_one_is_kept(String type, String detail, AreaKind kind) {
        assertThat(road(type, detail, "").kind()).isEqualTo(kind);
    }

    @Test
    void an_event_on_a_road_lies_in_the_province_of_the_nearest_town() {
        Bulletin event = road("교통사고", "충돌사고", "1차로 차단");
        assertThat(event.province()).isEqualTo("강원");
        assertThat(event.level()).isEqualTo(AreaLevel.ADVISORY);
        assertThat(event.from()).isEqualTo("2026-11-23T15:10:00Z");
        assertThat(event.until()).isEqualTo("2026-11-23T18:00:00Z");
        assertThat(road("교통사고", "충돌사고", "전면통제").level()).isEqualTo(AreaLevel.WARNING);
    }

    @Test
    void what_is_asked_is_what_the_services_document_and_a_key_is_encoded_once() {
        URI weather = KMA.question("http://x", "a%2Bb%3D%3D", false, 2, NOW);
        assertThat(weather)
                .isEqualTo(URI.create("http://x/getPwnCd?serviceKey=a%2Bb%3D%3D&pageNo=2&numOfRows=1000&dataType=JSON"
                        + "&fromTmFc=20261123&toTmFc=20261124"));
        assertThat(KMA.question("http://x", "a+b==", false, 2, NOW)).isEqualTo(weather);
        assertThat(KMA.question("http://x", "k", true, 1, NOW).getQuery()).contains("fromTmFc=20261025");
        assertThat(ITS.question("http://x", "k", true, 1, NOW).getQuery())
                .isEqualTo("apiKey=k&type=all&eventType=all&minX=124.0&maxX=132.0&minY=33.0&maxY=39.0&getType=json");
    }

    private static Bulletin weather(String zone, String name, int kind, int level, int command) {
        String item = Recorded.item(zone, name, kind, level, command, 202611240100L, 5, 202611240300L);
        return ((Listed) KMA.read(200, Recorded.weather(item))).bulletins().getFirst();
    }

    private static Bulletin road(String type, String detail, String lanes) {
        String event = Recorded.event(type, detail, "20261124001000", "20261124030000", "128.35", "37.62", lanes);
        return ((Listed) ITS.read(200, Recorded.traffic(event))).bulletins().getFirst();
    }
}
