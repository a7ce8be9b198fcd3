package kr.dochak.promise.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.orders.OrderFact.PlacedOrder;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.PromiseView;
import kr.dochak.promise.Promises;
import kr.dochak.promise.Reassessment;
import kr.dochak.promise.making.PromiseMaking;
import kr.dochak.promise.windows.Cutoffs;
import kr.dochak.promise.windows.DayChances.Way;
import kr.dochak.promise.windows.PromisedDay;
import kr.dochak.promise.windows.Rules;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** PRM-1: what a shop may show before an order is placed. */
@ProductTest
class QuoteTests {

    private static final String QUOTE = "/api/v1/promises/quote";
    private static final Knowledge KNOWN = new Knowledge(
            new Reassessment(Rules.FORECAST, Rules.CALENDARS, .9),
            new Cutoffs(Map.of(MallId.DEFAULT, Rules.CUTOFF)),
            Rules.DEPARTURES);

    @Autowired
    private Environment environment;

    @Autowired
    private PromiseMaking making;

    @Autowired
    private Promises promises;

    @Autowired
    private WorldClock clock;

    private Http mall;

    @BeforeEach
    void caller() {
        mall = new Http(environment, TestKeys.RAINBOW);
    }

    /** Orders until 14:00 leave at 18:00; 한진 rests on Sundays and holidays. */
    @ParameterizedTest(name = "{0} {1} → {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            kr.hanjin | 월 11:47            | 서울 | 2시간 13분 안에 주문하면 내일(화)까지 도착해요
            kr.hanjin | 월 13:00            | 서울 | 1시간 안에 주문하면 내일(화)까지 도착해요
            kr.hanjin | 월 13:59            | 서울 | 1분 안에 주문하면 내일(화)까지 도착해요
            kr.hanjin | 월 14:01            | 서울 | 내일(화) 오후 2:00까지 주문하면 모레(수)까지 도착해요
            kr.hanjin | 토 13:30            | 서울 | 30분 안에 주문하면 모레(월)까지 도착해요
            kr.hanjin | 토 14:30            | 서울 | 모레(월) 오후 2:00까지 주문하면 12월 1일(화)까지 도착해요
            kr.unknown | 월 14:01           | 서울 | 내일(화) 오후 2:00까지 주문하면 모레(수)까지 도착해요
            # 노동절 on a Saturday and its substitute, then 어린이날
            kr.hanjin | 2027-05-01 12:00    | 서울 | 5월 4일(화) 오후 2:00까지 주문하면 5월 6일(목)까지 도착해요
            # 제헌절 on a Saturday and its substitute
            kr.hanjin | 2027-07-17 12:00    | 서울 | 7월 20일(화) 오후 2:00까지 주문하면 7월 21일(수)까지 도착해요
            # the control: 한글날 2027 is a Saturday too
            kr.hanjin | 2027-10-09 12:00    | 서울 | 10월 12일(화) 오후 2:00까지 주문하면 10월 13일(수)까지 도착해요
            """)
    void A18_PRM_1_the_countdown_says_until_when_and_for_which_day(String carrier, String now, String to, String text) {
        Instant at = Rules.at(now);
        Quote quote = Quote.of(new MallId(1), new Way(carrier, "인천", to), KNOWN, PromisedDay.USUAL, at);
        assertThat(QuoteAnswer.method("standard", quote, at).text()).isEqualTo(text);
    }

    @Test
    void a_carrier_that_fetches_at_any_time_has_no_countdown() {
        Instant at = Rules.at("월 11:47");
        Quote quote = Quote.of(new MallId(1), new Way("br.correios", "SP", "RJ"), KNOWN, PromisedDay.USUAL, at);
        QuoteAnswer.Method method = QuoteAnswer.method("standard", quote, at);
        assertThat(method.lastOrder()).isNull();
        assertThat(method.text()).endsWith("까지 도착해요").doesNotContain("주문하면");
    }

    @Test
    void an_answer_holds_for_a_minute_but_never_past_the_cut_off() {
        assertThat(validUntil("월 11:00")).isEqualTo(Rules.at("월 11:01"));
        assertThat(validUntil("월 13:59").isAfter(Rules.at("월 14:00"))).isFalse();
    }

    private static Instant validUntil(String now) {
        Instant at = Rules.at(now);
        Quote quote = Quote.of(new MallId(1), new Way("kr.hanjin", "인천", "서울"), KNOWN, PromisedDay.USUAL, at);
        return QuoteAnswer.of(at, List.of(QuoteAnswer.method("standard", quote, at)))
                .validUntil();
    }

    @Test
    void PRM_1_what_was_quoted_is_what_the_order_is_then_promised() {
        JsonNode method = mall.post(QUOTE, """
                {"shipFrom":{"area":"인천"},"recipient":{"postcode":"06236"},
                 "methods":[{"id":"night","carrier":"kr.hanjin"}]}""").body().path("methods").path(0);
        OrderId order = new OrderId(7_700_001);
        making.make(List.of(new PlacedOrder(
                order,
                new MallId(1),
                "Q-1",
                new PersonId(1),
                1,
                clock.instant(),
                "인천",
                "서울",
                new CarrierId("kr.hanjin"),
                20_000,
                1,
                null)));
        PromiseView promise = promises.ofOrders(List.of(order)).get(order).getFirst();
        assertThat(method.path("id").asString()).isEqualTo("night");
        assertThat(Instant.parse(method.path("window").path("p90").asString()))
                .isEqualTo(promise.window().p90());
    }

    @Test
    void PRM_1_each_way_says_when_it_is_ready_and_handed_over_before_it_comes() {
        JsonNode method = mall.post(QUOTE, """
                {"shipFrom":{"area":"인천"},"recipient":{"postcode":"06236"},"methods":[{"carrier":"kr.hanjin"}]}""").body().path("methods").path(0);
        for (String quantile : List.of("p10", "p50", "p90")) {
            assertThat(List.of(
                            clock.instant(),
                            moment(method, "ready", quantile),
                            moment(method, "handover", quantile),
                            moment(method, "window", quantile)))
                    .as(quantile)
                    .isSorted();
        }
        assertThat(method.path("ready").path("basis").asString()).isNotBlank();
        assertThat(method.path("handover").path("basis").asString()).isNotBlank();
    }

    private static Instant moment(JsonNode method, String clock, String quantile) {
        return Instant.parse(method.path(clock).path(quantile).asString());
    }

    @Test
    void several_ways_and_several_baskets_are_answered_in_their_order() {
        String basket =
                "{\"recipient\":{\"postcode\":\"63000\"},\"methods\":[{\"id\":\"a\",\"carrier\":\"kr.hanjin\"},{\"id\":\"b\"}]}";
        JsonNode quotes = mall.post("/api/v1/promises/quotes", "{\"quotes\":[" + basket + "," + basket + "]}")
                .body()
                .path("quotes");
        assertThat(quotes.size()).isEqualTo(2);
        assertThat(quotes.path(1).path("methods").path(1).path("id").asString()).isEqualTo("b");
    }

    @Test
    void a_shop_s_own_cache_may_keep_it_and_nobody_else_s() {
        assertThat(mall.cacheControl(QUOTE + "?postcode=06236&shipFrom=%EC%9D%B8%EC%B2%9C"))
                .startsWith("max-age=")
                .endsWith("private");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                          | recipient.postcode  | missing
            {"recipient":{"postcode":"99999"}}                          | recipient.postcode  | unknown
            {"recipient":{"postcode":"0623"}}                           | recipient.postcode  | unknown
            {"recipient":{"area":"가나다라마바사아자차카타파하가나다라마바사아"}} | recipient.area      | length
            {"recipient":{"area":"서울"},"shipFrom":{}}                  | shipFrom.postcode   | missing
            {"recipient":{"area":"서울"},"methods":[{"id":" "}]}         | methods[0].id       | length
            {"recipient":{"area":"서울"},"methods":[{},{}]}              | methods[1].id       | twice
            """)
    void what_cannot_be_quoted_is_named(String body, String field, String code) {
        Http.Answer answer = mall.post(QUOTE, body);
        assertThat(answer.status()).isEqualTo(422);
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("code").asString()).isEqualTo(code);
    }

    @Test
    void PRM_3_a_quote_names_days_with_their_chances() {
        JsonNode method = mall.post(QUOTE, """
                {"shipFrom":{"area":"인천"},"recipient":{"postcode":"06236"},"methods":[{"carrier":"kr.hanjin"}]}""").body().path("methods").path(0);
        JsonNode days = method.path("days");
        assertThat(days.size()).isPositive();
        double before = 0;
        for (JsonNode day : days) {
            assertThat(day.path("chance").asDouble()).isBetween(before, .995);
            assertThat(java.time.LocalDate.parse(day.path("day").asString()))
                    .isAfterOrEqualTo(kr.dochak.shared.Seoul.dateOf(clock.instant()));
            before = day.path("chance").asDouble();
        }
        assertThat(days.valueStream().map(day -> day.path("day").asString()))
                .contains(method.path("promisedDay").asString());
    }
}
