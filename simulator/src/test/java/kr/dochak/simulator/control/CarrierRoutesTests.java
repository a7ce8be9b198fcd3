package kr.dochak.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.inquiry.Aggregators;
import kr.dochak.simulator.inquiry.Callbacks;
import kr.dochak.simulator.inquiry.Inquiry;
import kr.dochak.simulator.inquiry.Moods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carriers' addresses over real HTTP. */
class CarrierRoutesTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);

    private final Books books = new Books();
    private final Moods moods = new Moods(() -> NOW);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Web web;

    @BeforeEach
    void open() throws IOException {
        web = new Web("127.0.0.1", 0);
        Inquiry inquiry = new Inquiry(books, moods);
        Callbacks callbacks = new Callbacks(books, () -> NOW, (delay, happening) -> {}, "");
        Aggregators aggregators = new Aggregators(inquiry, moods, callbacks, () -> NOW, new Aggregators.Keys("", ""));
        new CarrierRoutes(() -> {}, inquiry, aggregators, moods).addTo(web);
        web.start();
    }

    @AfterEach
    void close() {
        web.stop();
    }

    private HttpResponse<String> send(String method, String path, String type, String body, HttpClient client)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + web.port() + "/carriers/" + path))
                        .header("Content-Type", type)
                        .header("Authorization", "TRACKQL-API-KEY id:secret")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, "application/x-www-form-urlencoded", body, http);
    }

    @Test
    void cj_wants_its_token_and_its_cookie() throws IOException, InterruptedException {
        String detail = "kr.cjlogistics/ko/tool/parcel/tracking-detail";
        assertThat(form(detail, "paramInvcNo=1&_csrf=guess").statusCode()).isEqualTo(403);
        String page = send("GET", "kr.cjlogistics/ko/tool/parcel/tracking", "text/plain", "", http)
                .body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = form(detail, "paramInvcNo=1&_csrf=" + token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("parcelResultMap", "parcelDetailResultMap");
        HttpResponse<String> withoutCookie = send(
                "POST",
                detail,
                "application/x-www-form-urlencoded",
                "paramInvcNo=1&_csrf=" + token,
                HttpClient.newHttpClient());
        assertThat(withoutCookie.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | kr.hanjin/kor/CMS/DeliveryMgr/WaybillResult.do                 | wblnum=1&mCode=MN038&schLang=KR | 등록되지 않
            GET  | kr.lotte/openapi/ftr/getCustomerInvTracking?invNo=1            | -                               | "tracking":[]
            GET  | kr.epost/trace.RetrieveDomRigiTraceList.comm?sid1=1            | -                               | 배송정보가 없습니다
            GET  | kr.logen/web/personal/trace/1                                  | -                               | class="empty"
            GET  | kr.coupangls/web/modal/invoice/1                               | -                               | 운송장 정보가 없습니다
            GET  | sweettracker/api/v1/trackingInfo?t_key=k&t_code=04&t_invoice=1 | -                               | "status":false
            GET  | sweettracker/api/v1/companylist?t_key=k                        | -                               | "Company":[
            GET  | sweettracker/api/v1/recommend?t_key=k&t_invoice=1              | -                               | "Recommend":[]
            POST | sweettracker/add_invoice                                       | num=1                           | "e_code":"1"
            POST | sweettracker/add_invoice                                       | num=61000000&code=05&fid=kr.hanjin%3A61000000&callback_url=http%3A%2F%2Flocalhost%2Fhooks%2Fsweettracker&callback_type=json&key=k | "e_code":"2"
            POST | sweettracker/add_invoice                                       | num=610000000001&code=05&fid=kr.hanjin%3A610000000001&callback_url=http%3A%2F%2Flocalhost%2Fhooks%2Fsweettracker&callback_type=json&key=k | "success":true
            POST | tracker.delivery/graphql                                       | {"query":"{track(carrierId:\\"kr.epost\\",trackingNumber:\\"1\\"){lastEvent{time}}}"} | NOT_FOUND
            """)
    void every_source_is_at_its_address(String method, String path, String body, String said)
            throws IOException, InterruptedException {
        String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        HttpResponse<String> answer = send(method, path, type, body.replace("\\\\\"", "\\\""), http);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void faults_are_switched_from_the_control_page() throws IOException, InterruptedException {
        HttpResponse<String> switched = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + web.port() + "/control/carriers"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"source\":\"kr.logen\",\"fault\":\"bad_gateway\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(switched.body()).contains("bad_gateway");
        assertThat(send("GET", "kr.logen/web/personal/trace/1", "text/plain", "", http)
                        .statusCode())
                .isEqualTo(502);
        assertThat(send("GET", "kr.lotte/openapi/ftr/getCustomerInvTracking?invNo=1", "text/plain", "", http)
                        .statusCode())
                .isEqualTo(200);
    }
}
