package kr.dochak.simulator.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Scan;
import kr.dochak.simulator.carriers.Stage;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sweettracker and tracker.delivery: their questions, their errors, and their calls back. */
class AggregatorsTests {

    private static final String QUERY =
            "query($c:ID!,$n:String!){track(carrierId:$c,trackingNumber:$n){lastEvent{time status{code name} description} events(last:10){edges{node{time status{code} description}}}}}";

    private final Korea korea = new Korea();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> putOff = new LinkedBlockingQueue<>();
    private final Callbacks callbacks =
            new Callbacks(korea.books, korea::now, (delay, happening) -> putOff.add(happening), "word");
    private final Aggregators aggregators = new Aggregators(
            korea.inquiry, korea.moods, callbacks, korea::now, new Aggregators.Keys("sweet-key", "id:secret"));
    private HttpServer server;
    private volatile String answer = "{\"code\":true,\"message\":\"success\"}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8); // before it is heard: then the test may change it
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(bytes.length == 0 ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private JsonNode sweet(String key, String code, String number) {
        return Json.read(aggregators.sweetTracking(key, code, number).body());
    }

    private JsonNode graphql(String query, Map<String, String> variables) {
        JsonNode body = Json.read(Json.write(Map.of("query", query, "variables", variables)));
        return Json.read(aggregators.graphql("TRACKQL-API-KEY id:secret", body).body());
    }

    @Test
    void sweettracker_tells_every_carrier_in_one_shape() {
        for (Map.Entry<String, Carrier> code : Sweettracker.CODES.entrySet()) {
            Parcel parcel = korea.delivered(code.getValue());
            JsonNode body = sweet("sweet-key", code.getKey(), parcel.trackingNumber());
            assertThat(body.path("result").asString("")).isEqualTo("Y");
            assertThat(body.path("level").asInt()).isEqualTo(6);
            assertThat(body.path("completeYN").asString()).isEqualTo("Y");
            assertThat(body.path("receiverName").asString()).isEqualTo("김*민");
            JsonNode detail = body.path("trackingDetails").path(0);
            for (String field : "time timeString code where kind telno telno2 remark level manName manPic".split(" ")) {
                assertThat(detail.has(field)).as(field).isTrue();
            }
            assertThat(detail.path("timeString").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        }
    }

    @Test
    void sweettracker_refuses_with_200() {
        assertThat(sweet("wrong", "04", "1").path("status").asBoolean(true)).isFalse();
        assertThat(sweet("sweet-key", "04", "1").path("msg").asString()).contains("운송장");
        korea.moods.become(Source.SWEETTRACKER, Fault.LIMITED, 0, 0);
        assertThat(sweet("sweet-key", "04", "1").path("msg").asString()).contains("초과");
        JsonNode companies = Json.read(aggregators.sweetCompanies("sweet-key").body());
        assertThat(companies.path("Company")).hasSize(6);
        JsonNode guess = Json.read(
                aggregators.sweetRecommend("sweet-key", "6881234567890").body());
        assertThat(guess.path("Recommend").path(0).path("Code").asString()).isEqualTo("01");
        assertThat(guess.path("Recommend")).hasSize(1);
    }

    @Test
    void sweettracker_calls_back_until_it_hears_that_it_was_taken() throws InterruptedException {
        Parcel parcel = korea.parcel(Carrier.CJ, 2);
        Map<String, String> wish = new HashMap<>(Map.of(
                "num", parcel.trackingNumber(), "code", "04", "fid", "f-1", "callback_url", url(), "key", "sweet-key"));
        wish.put("callback_type", "json");
        assertThat(added(Map.of("num", "1"))).isEqualTo("1");
        assertThat(added(with(wish, "code", "77"))).isEqualTo("4");
        assertThat(added(with(wish, "num", "abc"))).isEqualTo("2");
        assertThat(added(with(wish, "callback_type", "xml"))).isEqualTo("99");
        assertThat(added(wish)).isEmpty();

        answer = "{\"code\":false}";
        korea.books.enter(scan(parcel, Stage.OUT));
        JsonNode pushed = Json.read(String.valueOf(heard.poll(5, TimeUnit.SECONDS)));
        for (String field :
                ("secret_value fid invoice_no level time_trans time_sweet where telno_office telno_man details"
                                + " recv_addr recv_name send_name man estmate")
                        .split(" ")) {
            assertThat(pushed.has(field)).as(field).isTrue();
        }
        assertThat(pushed.path("level").asString()).isEqualTo("5");
        assertThat(pushed.path("secret_value").asString()).isEqualTo("word");
        answer = "{\"code\":true,\"message\":\"success\"}";
        Runnable again = putOff.poll(5, TimeUnit.SECONDS);
        assertThat(again).as("it was not taken").isNotNull();
        again.run();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(pushed.toString());
    }

    @Test
    void sweettracker_takes_no_wish_while_it_is_down_and_a_second_one_takes_the_place_of_the_first()
            throws InterruptedException {
        Parcel parcel = korea.parcel(Carrier.HANJIN, 2);
        Map<String, String> wish = Map.of(
                "num", parcel.trackingNumber(), "code", "05", "fid", "f", "callback_url", url(), "key", "sweet-key");
        korea.moods.become(Source.SWEETTRACKER, Fault.BAD_GATEWAY, 0, 0);
        assertThat(aggregators.sweetAdd(wish).status()).isEqualTo(502);
        korea.moods.become(Source.SWEETTRACKER, Fault.LIMITED, 0, 0);
        assertThat(added(wish)).isEqualTo("99");
        korea.moods.become(Source.SWEETTRACKER, Fault.NONE, 0, 0);
        assertThat(added(wish)).isEmpty();
        assertThat(added(wish)).isEmpty();

        korea.books.enter(scan(parcel, Stage.OUT));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("fid=f").contains("level=5");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).as("called once").isNull();
    }

    private static Map<String, String> with(Map<String, String> wish, String name, String value) {
        Map<String, String> other = new HashMap<>(wish);
        other.put(name, value);
        return other;
    }

    private String added(Map<String, String> wish) {
        JsonNode body = Json.read(aggregators.sweetAdd(wish).body());
        return body.path("success").asBoolean(false) ? "" : body.path("e_code").asString("");
    }

    private Scan scan(Parcel parcel, Stage stage) {
        return new Scan(parcel.carrier(), parcel.trackingNumber(), korea.now(), stage, null, "강남SUB");
    }

    @Test
    void tracker_delivery_answers_graphql_and_errs_with_200() {
        Parcel parcel = korea.delivered(Carrier.EPOST);
        Map<String, String> variables = Map.of("c", "kr.epost", "n", parcel.trackingNumber());
        JsonNode track = graphql(QUERY, variables).path("data").path("track");
        assertThat(track.path("lastEvent").path("status").path("code").asString())
                .isEqualTo("DELIVERED");
        assertThat(track.path("events").path("edges")).hasSize(8);
        JsonNode node = track.path("events").path("edges").path(0).path("node");
        assertThat(node.path("time").asString()).endsWith("+09:00");
        assertThat(node.path("status").path("code").asString()).isEqualTo("INFORMATION_RECEIVED");
        assertThat(code(graphql(QUERY, Map.of("c", "kr.epost", "n", "1")))).isEqualTo("NOT_FOUND");
        assertThat(code(graphql(QUERY, Map.of("c", "kr.nobody", "n", "1")))).isEqualTo("BAD_REQUEST");
        korea.moods.become(Source.TRACKER_DELIVERY, Fault.LATE_SCAN, 0, 0);
        JsonNode late = graphql(QUERY, variables).path("data").path("track");
        assertThat(late.path("lastEvent").path("status").path("code").asString())
                .isEqualTo("DELIVERED");
        assertThat(late.path("events")
                        .path("edges")
                        .path(8)
                        .path("node")
                        .path("status")
                        .path("code")
                        .asString())
                .as("the last of the list need not be the last event")
                .isEqualTo("IN_TRANSIT");
        korea.moods.become(Source.TRACKER_DELIVERY, Fault.ERROR_INSIDE, 0, 0);
        assertThat(code(graphql(QUERY, variables))).isEqualTo("INTERNAL");
        assertThat(Json.read(aggregators.graphql("Bearer x", Json.read("{}")).body())
                        .path("errors"))
                .hasSize(1);
    }

    private static String code(JsonNode body) {
        return body.path("errors").path(0).path("extensions").path("code").asString("");
    }

    @Test
    void tracker_delivery_allows_ten_questions_a_second() {
        JsonNode body = Json.read(Json.write(Map.of("query", QUERY, "variables", Map.of("c", "kr.epost", "n", "1"))));
        for (int n = 0; n < 10; n++) {
            assertThat(aggregators.graphql("TRACKQL-API-KEY id:secret", body).status())
                    .isEqualTo(200);
        }
        assertThat(aggregators.graphql("TRACKQL-API-KEY id:secret", body).status())
                .isEqualTo(429);
        korea.secondsPass(1);
        assertThat(aggregators.graphql("TRACKQL-API-KEY id:secret", body).status())
                .isEqualTo(200);
    }

    @Test
    void tracker_delivery_calls_back_with_two_ids_for_two_days_at_most() throws InterruptedException {
        Parcel parcel = korea.parcel(Carrier.HANJIN, 2);
        assertThat(code(wish(parcel, 49))).isEqualTo("BAD_REQUEST");
        assertThat(wish(parcel, 48).path("data").path("registerTrackWebhook").asBoolean(false))
                .isTrue();
        answer = "";
        korea.books.enter(scan(parcel, Stage.OUT));
        String twoIds = "{\"carrierId\":\"kr.hanjin\",\"trackingNumber\":\"%s\"}".formatted(parcel.trackingNumber());
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(twoIds);
        assertThat(putOff.poll(5, TimeUnit.SECONDS)).as("500 is not taken").isNotNull();
        korea.runUntil(korea.now().plusHours(49));
        korea.books.enter(scan(parcel, Stage.DELIVERED));
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS))
                .as("the wish is over")
                .isNull();
    }

    @Test
    void tracker_delivery_understands_a_wish_in_one_variable() {
        Parcel parcel = korea.parcel(Carrier.LOTTE, 1);
        Map<String, Object> input = Map.of(
                "carrierId", "kr.lotte",
                "trackingNumber", parcel.trackingNumber(),
                "callbackUrl", url(),
                "expirationTime", KoreanTime.iso(korea.now().plusHours(40)));
        String query = "mutation($input: RegisterTrackWebhookInput!){registerTrackWebhook(input: $input)}";
        JsonNode body = Json.read(Json.write(Map.of("query", query, "variables", Map.of("input", input))));
        assertThat(aggregators.graphql("TRACKQL-API-KEY id:secret", body).body())
                .contains("\"registerTrackWebhook\":true");
    }

    private JsonNode wish(Parcel parcel, int hours) {
        String until = KoreanTime.iso(korea.now().plusHours(hours));
        return graphql(
                "mutation{registerTrackWebhook(input:{carrierId:\"kr.hanjin\",trackingNumber:\"%s\",callbackUrl:\"%s\",expirationTime:\"%s\"})}"
                        .formatted(parcel.trackingNumber(), url(), until),
                Map.of());
    }
}
