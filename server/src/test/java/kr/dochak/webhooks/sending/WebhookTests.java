package kr.dochak.webhooks.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.journeys.Trade;
import kr.dochak.promise.PromiseFact.Made;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.PromiseId;
import kr.dochak.shared.TimeWindow;
import kr.dochak.time.WorldClock;
import kr.dochak.webhooks.PromiseEvents;
import kr.dochak.webhooks.Receiver;
import kr.dochak.webhooks.Receiver.Got;
import kr.dochak.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Webhooks from the API to the receiver and back, on a real database. */
@Tag("slow")
@ProductTest
@TestPropertySource(properties = {"dochak.webhooks.reach=LOOPBACK", "dochak.webhooks.answer-timeout=1s"})
class WebhookTests {

    private static final String ALL =
            "\"shipment.status_changed\",\"shipment.delivered\",\"promise.made\",\"promise.window_changed\",\"promise.delayed\",\"promise.settled\"";

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private WorldClock clock;

    @Autowired
    private World world;

    @Autowired
    private PromiseEvents promises;

    @Autowired
    private SendingRepository outbox;

    @Autowired
    private JdbcClient jdbc;

    private final Receiver receiver = new Receiver();
    private final String no = "W" + UUID.randomUUID().toString().substring(0, 10);
    private Http mall;
    private Http other;

    @BeforeEach
    void callers() {
        mall = new Http(environment, TestKeys.RAINBOW);
        other = new Http(environment, TestKeys.HANGANG);
    }

    @AfterEach
    void close() {
        receiver.close();
        mall.get("/api/v1/webhooks")
                .body()
                .path("webhooks")
                .forEach(each -> mall.send(
                        "DELETE", "/api/v1/webhooks/" + each.path("id").asLong(), new byte[0], request -> request));
    }

    private JsonNode register(String path, String events) {
        Http.Answer answer = mall.post(
                "/api/v1/webhooks",
                "{\"url\":\"%s\",\"description\":\"시험\",\"events\":[%s]}".formatted(receiver.url(path), events));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    private String at(JsonNode endpoint) {
        return "/api/v1/webhooks/" + endpoint.path("id").asLong();
    }

    private JsonNode deliveries(JsonNode endpoint) {
        return mall.get(at(endpoint) + "/deliveries").body().path("deliveries");
    }

    /** As CJ prints them: twelve digits. */
    private String number() {
        return "6%011d".formatted(Math.abs((long) no.hashCode()));
    }

    private void pass(Duration time) {
        world.advance(clock.instant().plus(time), Duration.ofSeconds(1));
    }

    private void ping(JsonNode endpoint) {
        assertThat(mall.post(at(endpoint) + "/pings", "").status()).isEqualTo(202);
        world.settle();
    }

    @Test
    void a_parcels_way_is_told_in_signed_events_that_name_nobody() {
        JsonNode endpoint = register("/way", ALL);
        Trade trade = new Trade(port, clock, world);
        trade.order(no, new Trade.Buyer("w-1", "남궁선우", "010-7070-2741"), "포트");
        world.settle();
        trade.ship(number(), no);
        trade.scan(number(), "PICKED_UP", "", "강남SUB");
        pass(Duration.ofHours(3));
        trade.scan(number(), "DELIVERED", "", "강남SUB");
        world.settle();

        List<Got> got = receiver.at("/way").stream()
                .filter(each -> each.text().contains(no))
                .toList();
        assertThat(got.stream().map(Got::type))
                .contains("promise.made", "shipment.status_changed", "shipment.delivered", "promise.settled");
        assertThat(got).allSatisfy(each -> {
            assertThat(each.text()).doesNotContain("남궁선우", "2741", "테헤란로", "w-1");
            assertThat(each.signature())
                    .isEqualTo(signed(each, endpoint.path("secret").asString()));
            assertThat(each.json().path("version").asInt()).isEqualTo(1);
            assertThat(each.json().path("mall").asString()).isEqualTo("rainbow");
            assertThat(each.id()).isEqualTo(each.json().path("id").asString());
        });
        Got delivered = got.stream()
                .filter(each -> each.type().equals("shipment.delivered"))
                .findFirst()
                .orElseThrow();
        assertThat(delivered
                        .json()
                        .path("data")
                        .path("orders")
                        .path(0)
                        .path("orderNo")
                        .asString())
                .isEqualTo(no);
        assertThat(delivered.json().path("data").path("carrier").asString()).isEqualTo("kr.cjlogistics");
        assertThat(got.stream().map(each -> each.json().path("sequence").asLong()))
                .doesNotHaveDuplicates();
    }

    private static String signed(Got got, String... secrets) {
        long at = Long.parseLong(got.signature().replaceAll("^t=(\\d+),.*", "$1"));
        return Signature.header(List.of(secrets), java.time.Instant.ofEpochSecond(at), got.text());
    }

    @Test
    void a_fact_heard_twice_is_one_event_and_numbers_have_no_gaps() {
        JsonNode endpoint = register("/once", "\"promise.made\"");
        MallId tenant = new MallId(1);
        Made one = made(tenant, 1);
        Made two = made(tenant, 2);
        promises.made(List.of(one, one));
        promises.made(List.of(two, one));
        world.settle();

        List<Long> sequences = receiver.at("/once").stream()
                .map(each -> each.json().path("sequence").asLong())
                .sorted()
                .toList();
        assertThat(sequences).hasSize(2);
        assertThat(sequences.get(1) - sequences.get(0)).isEqualTo(1);
        assertThat(deliveries(endpoint))
                .allMatch(each -> each.path("state").asString().equals("DELIVERED"));
    }

    private Made made(MallId tenant, int n) {
        PromiseId id = new PromiseId(-Math.abs((long) no.hashCode()) * 10 - n);
        return new Made(
                id,
                new OrderId(id.value()),
                tenant,
                new PersonId(1),
                new TimeWindow(clock.instant(), clock.instant().plusSeconds(3600)),
                false,
                clock.instant());
    }

    @Test
    void an_event_is_sent_again_with_the_same_bytes_until_it_is_taken() {
        JsonNode endpoint = register("/again", "\"promise.made\"");
        receiver.status = 500;
        ping(endpoint);
        assertThat(deliveries(endpoint).path(0).path("state").asString()).isEqualTo("WAITING");
        assertThat(deliveries(endpoint).path(0).path("answer").asString()).isEqualTo("answer 500");
        pass(Duration.ofSeconds(30));
        receiver.status = 200;
        pass(Duration.ofMinutes(2));

        List<Got> got = receiver.at("/again");
        assertThat(got.stream().map(Got::attempt)).containsExactly(1, 2, 3);
        assertThat(got.stream().map(Got::text).distinct()).hasSize(1);
        assertThat(got.stream().map(Got::signature).distinct())
                .as("each attempt is signed anew")
                .hasSize(3);
        assertThat(deliveries(endpoint).path(0).path("state").asString()).isEqualTo("DELIVERED");
        assertThat(mall.get(at(endpoint)).body().path("failures").asLong()).isZero();
    }

    @Test
    void what_was_taken_by_a_process_that_died_is_sent_by_the_next() {
        JsonNode endpoint = register("/died", "\"promise.made\"");
        mall.post(at(endpoint) + "/pings", "");
        long id = endpoint.path("id").asLong();
        assertThat(outbox.claim(id, clock.instant(), Duration.ofMinutes(10), 16))
                .hasSize(1);
        world.settle();
        assertThat(receiver.at("/died")).as("it is that process's").isEmpty();
        pass(Duration.ofMinutes(11));
        assertThat(receiver.at("/died").stream().map(Got::attempt)).containsExactly(2);
    }

    @Test
    void one_that_is_down_is_given_up_after_three_days_and_can_be_replayed() {
        JsonNode endpoint = register("/down", "\"promise.made\"");
        receiver.status = 503;
        ping(endpoint);
        pass(Duration.ofDays(4));
        JsonNode given = deliveries(endpoint).path(0);
        assertThat(given.path("state").asString()).isEqualTo("GIVEN_UP");
        assertThat(given.path("attempts").asInt()).isEqualTo(RetryRule.MOST_ATTEMPTS);

        receiver.status = 200;
        String again = "{\"sequence\":%d}".formatted(given.path("sequence").asLong());
        assertThat(mall.post(at(endpoint) + "/replays", again).status()).isEqualTo(202);
        world.settle();
        assertThat(deliveries(endpoint).path(0).path("state").asString()).isEqualTo("DELIVERED");
        assertThat(deliveries(endpoint).path(0).path("replays").asInt()).isEqualTo(1);
        assertThat(receiver.at("/down").stream().map(Got::id).distinct()).hasSize(1);
    }

    @Test
    void an_endpoint_that_does_not_answer_in_time_has_failed() {
        JsonNode endpoint = register("/slow", "\"promise.made\"");
        receiver.sleeps = true;
        ping(endpoint);
        assertThat(deliveries(endpoint).path(0).path("answer").asString()).isEqualTo("timeout");
        assertThat(deliveries(endpoint).path(0).path("code").isNull()).isTrue();
    }

    @Test
    void one_that_is_gone_is_stopped_at_once_and_hears_what_it_missed_when_it_is_back() {
        JsonNode endpoint = register("/gone", "\"promise.made\"");
        receiver.status = 410;
        ping(endpoint);
        JsonNode stopped = mall.get(at(endpoint)).body();
        assertThat(stopped.path("state").asString()).isEqualTo("DISABLED");
        assertThat(stopped.path("disabledWhy").asString()).isEqualTo("GONE");
        assertThat(mall.post(at(endpoint) + "/pings", "").code()).isEqualTo("stopped");
        promises.made(List.of(made(new MallId(1), 3)));
        world.settle();
        assertThat(receiver.at("/gone")).hasSize(1);

        receiver.status = 200;
        JsonNode back = mall.post(at(endpoint) + "/activation", "").body();
        assertThat(back.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(back.path("failures").asLong())
                .as("failures count from nothing")
                .isZero();
        JsonNode missed = mall.post(
                        at(endpoint) + "/replays",
                        "{\"from\":\"%s\",\"to\":\"%s\"}"
                                .formatted(
                                        stopped.path("stateAt").asString(),
                                        clock.instant().plusSeconds(1)))
                .body();
        assertThat(missed.path("events").asInt()).isEqualTo(1);
        world.settle();
        assertThat(receiver.at("/gone")).hasSize(2);
    }

    @Test
    void days_of_only_failures_stop_an_endpoint_and_one_success_forgives() {
        JsonNode endpoint = register("/days", "\"promise.made\"");
        receiver.status = 500;
        ping(endpoint);
        pass(Duration.ofDays(4));
        receiver.status = 200;
        ping(endpoint);
        pass(Duration.ofMinutes(1));
        receiver.status = 500;
        ping(endpoint);
        pass(Duration.ofDays(4));
        assertThat(mall.get(at(endpoint)).body().path("state").asString()).isEqualTo("ACTIVE");
        pass(Duration.ofDays(1));
        ping(endpoint);
        JsonNode stopped = mall.get(at(endpoint)).body();
        assertThat(stopped.path("state").asString()).isEqualTo("DISABLED");
        assertThat(stopped.path("disabledWhy").asString()).isEqualTo("FAILING");
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day() {
        JsonNode endpoint = register("/rotate", "\"promise.made\"");
        String old = endpoint.path("secret").asString();
        String fresh =
                mall.post(at(endpoint) + "/secret", "").body().path("secret").asString();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        ping(endpoint);
        Got both = receiver.at("/rotate").getLast();
        assertThat(both.signature()).isEqualTo(signed(both, fresh, old));
        pass(Duration.ofHours(25));
        ping(endpoint);
        Got one = receiver.at("/rotate").getLast();
        assertThat(one.signature()).isEqualTo(signed(one, fresh));
        assertThat(
                        jdbc
                                .sql("select encode(secret, 'escape') from webhooks.endpoint")
                                .query(String.class)
                                .list()
                                .stream()
                                .collect(Collectors.joining()))
                .doesNotContain("whsec_");
    }

    @Test
    void another_malls_endpoint_does_not_exist() {
        JsonNode endpoint = register("/mine", "\"promise.made\"");
        assertThat(other.get(at(endpoint)).status()).isEqualTo(404);
        assertThat(other.get(at(endpoint) + "/deliveries").status()).isEqualTo(404);
        assertThat(other.post(at(endpoint) + "/replays", "{\"sequence\":1}").status())
                .isEqualTo(404);
        assertThat(other.post(at(endpoint) + "/secret", "").status()).isEqualTo(404);
        assertThat(new Http(environment, TestKeys.ADMIN).get("/api/v1/webhooks").status())
                .isEqualTo(403);
    }

    @Test
    void what_cannot_be_used_is_refused_with_a_way_out() {
        assertThat(mall.post("/api/v1/webhooks", "{}").body().path("errors").size())
                .isEqualTo(2);
        assertThat(mall.post("/api/v1/webhooks", "{\"url\":\"https://10.0.0.1/\",\"events\":[\"promise.made\"]}")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("closed-network");
        assertThat(mall.post(
                                "/api/v1/webhooks",
                                "{\"url\":\"%s\",\"events\":[\"promise.made\",\"no.such\"]}"
                                        .formatted(receiver.url("/x")))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("events");
        register("/x", "\"promise.made\"");
        Http.Answer twice = mall.post(
                "/api/v1/webhooks", "{\"url\":\"%s\",\"events\":[\"promise.made\"]}".formatted(receiver.url("/x")));
        assertThat(twice.code()).isEqualTo("url-taken");
    }

    @Test
    void IDN_3_events_are_forgotten_after_thirty_days() {
        JsonNode endpoint = register("/old", "\"promise.made\"");
        ping(endpoint);
        world.advance(clock.instant().plus(Duration.ofDays(29)), Duration.ofHours(1));
        assertThat(deliveries(endpoint)).hasSize(1);
        world.advance(clock.instant().plus(Duration.ofDays(3)), Duration.ofHours(1));
        assertThat(deliveries(endpoint)).isEmpty();
    }
}
