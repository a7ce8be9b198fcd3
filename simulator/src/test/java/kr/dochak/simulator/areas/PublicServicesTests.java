package kr.dochak.simulator.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.dochak.simulator.areas.PublicServices.Service;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.inquiry.Fault;
import kr.dochak.simulator.inquiry.Saying;
import kr.dochak.simulator.malls.OrderBook;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Json;
import kr.dochak.simulator.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The weather service and the traffic centre, and storms that hold up parcels. */
class PublicServicesTests {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 23, 6, 0);

    private final Storms storms = new Storms(7, 0);
    private LocalDateTime now = MONDAY;
    private final PublicServices services = new PublicServices(storms, () -> now, "key");

    @Test
    void a_storm_is_announced_for_its_zones_and_over_when_it_is() {
        storms.brew("강원", Peril.SNOW, true, MONDAY, 2, 10);
        List<JsonNode> begun = items(weather());
        assertThat(begun).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("warnVar").asInt()).isEqualTo(8);
            assertThat(item.path("warnStress").asInt()).isEqualTo(1);
            assertThat(item.path("command").asString()).isEqualTo("1");
            assertThat(item.path("tmFc").asLong()).isEqualTo(202611230600L);
            assertThat(item.path("startTime").asLong()).isEqualTo(202611230800L);
        });
        now = MONDAY.plusHours(12);
        assertThat(items(weather()))
                .extracting(item -> item.path("command").asString())
                .containsExactly("1", "1", "2", "2");
        assertThat(services.weather("key", 2, 3, "20261123", "20261123").body()).contains("\"command\":\"2\"");
        assertThat(services.weather("key", 1, 10, "20261124", "20261124").body())
                .contains("NO_DATA");
    }

    @Test
    void trouble_on_a_road_is_told_while_it_lasts() {
        storms.brew("강원", Peril.ACCIDENT, false, MONDAY, 0, 3);
        JsonNode event = Json.read(services.traffic("key").body())
                .path("body")
                .path("items")
                .path(0);
        assertThat(event.path("eventType").asString()).isEqualTo("교통사고");
        assertThat(event.path("startDate").asString()).isEqualTo("20261123060000");
        assertThat(items(weather())).isEmpty();
        now = MONDAY.plusHours(3);
        assertThat(Json.read(services.traffic("key").body())
                        .path("body")
                        .path("totalCount")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_INSIDE, 200, SERVICE_KEY_IS_NOT_REGISTERED_ERROR",
        "LIMITED, 200, LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR",
        "BAD_GATEWAY, 502, Bad Gateway",
    })
    void each_may_misbehave(Fault fault, int status, String said) {
        services.become(Service.WEATHER, fault);
        assertThat(weather().status()).isEqualTo(status);
        assertThat(weather().body()).contains(said);
        assertThat(services.traffic("key").body()).contains("success");
    }

    @Test
    void a_key_nobody_registered_is_refused_as_xml_with_200() {
        Saying saying = services.traffic("guess");
        assertThat(saying.status()).isEqualTo(200);
        assertThat(saying.body()).startsWith("<OpenAPI_ServiceResponse>").contains("<returnReasonCode>30<");
    }

    @Test
    void doubled_says_everything_twice_and_slow_says_it_later() {
        storms.brew("강원", Peril.SNOW, true, MONDAY, 2, 10);
        services.become(Service.WEATHER, Fault.DOUBLED);
        assertThat(items(weather())).hasSize(4);
        services.become(Service.WEATHER, Fault.SLOW);
        assertThat(weather().delayMillis()).isPositive();
    }

    @Test
    void storms_by_the_seed_repeat_and_none_come_without_a_chance() {
        Storms one = new Storms(7, .1);
        Storms other = new Storms(7, .1);
        for (LocalDate day = MONDAY.toLocalDate(); day.isBefore(LocalDate.of(2027, 1, 1)); day = day.plusDays(1)) {
            one.befall(day);
            other.befall(day);
            storms.befall(day);
        }
        LocalDateTime end = LocalDateTime.of(2027, 1, 2, 0, 0);
        assertThat(one.announced(end)).hasSizeGreaterThan(20).isEqualTo(other.announced(end));
        assertThat(storms.announced(end)).isEmpty();
    }

    @Test
    void parcels_wait_for_a_storm_to_pass_and_only_where_it_rages() {
        assertThat(deliveredBy(MONDAY.plusHours(44), false)).isGreaterThan(deliveredBy(MONDAY.plusHours(44), true));
    }

    /** How many parcels of a small world are there by then, with all of the capital under snow or without. */
    private static long deliveredBy(LocalDateTime by, boolean snow) {
        List<Call> told = new ArrayList<>();
        Storms storms = new Storms(7, 0);
        World world = new World(
                OrderBook.of(7, 120), MONDAY, (sender, call) -> told.add(call), new Books(), Set.of(), storms);
        if (snow) {
            world.storm("서울", Peril.SNOW, true, 20, 30);
            world.storm("경기", Peril.SNOW, true, 20, 30);
        }
        world.runUntil(by);
        return told.stream()
                .filter(call -> Json.write(call.body()).contains("\"DELIVERED\""))
                .count();
    }

    private Saying weather() {
        return services.weather("key", 1, 1_000, "20261122", "20261123");
    }

    private static List<JsonNode> items(Saying saying) {
        return Json.read(saying.body())
                .path("response")
                .path("body")
                .path("items")
                .path("item")
                .valueStream()
                .toList();
    }
}
