package kr.dochak.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.Http;
import kr.dochak.ProductTest;
import kr.dochak.TestKeys;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** TRK-1: any carrier can send its events, signed. */
@Tag("slow")
@ProductTest
@TestPropertySource(
        properties =
                "dochak.carrier-webhook.secrets=kr.ilyanglogis=a-secret-of-twenty-and-more,kr.other=another-secret-of-twenty-more")
class CarrierEventsTests {

    private static final String SECRET = "a-secret-of-twenty-and-more";
    private static final String EVENT =
            "{\"trackingNumber\":\"%s\",\"occurredAt\":\"2026-11-23T08:50:00+09:00\",\"status\":\"PICKED_UP\",\"place\":\"강남\"}";

    @Autowired
    private Environment environment;

    @Autowired
    private WorldClock clock;

    @Autowired
    private PushedBodies bodies;

    @Autowired
    private JdbcClient jdbc;

    private Http.Answer send(String carrier, String body, String secret, long secondsAgo, String changed) {
        String timestamp = "" + (clock.instant().getEpochSecond() - secondsAgo);
        String signature = "v1=" + EventSignature.sign(secret, timestamp, body.getBytes(StandardCharsets.UTF_8));
        return new Http(environment, "")
                .send(
                        "POST",
                        "/api/v1/carriers/" + carrier + "/events",
                        (body + changed).getBytes(StandardCharsets.UTF_8),
                        request -> request.header("X-Dochak-Timestamp", timestamp)
                                .header("X-Dochak-Signature", signature));
    }

    @Test
    void TRK_1_a_signed_event_is_taken_and_the_same_again_changes_nothing() {
        String body = EVENT.formatted("SIGNED-1");
        assertThat(send("kr.ilyanglogis", body, SECRET, 0, "")
                        .body()
                        .path("parked")
                        .asInt())
                .isEqualTo(1);
        assertThat(send("kr.ilyanglogis", body, SECRET, 299, "").status()).isEqualTo(200);
    }

    @Test
    void TRK_1_what_is_not_signed_now_by_this_carrier_is_refused() {
        String body = EVENT.formatted("SIGNED-2");
        assertThat(send("kr.ilyanglogis", body, SECRET, 301, "").code()).isEqualTo("signature");
        assertThat(send("kr.ilyanglogis", body, SECRET, -301, "").status()).isEqualTo(401);
        assertThat(send("kr.ilyanglogis", body, SECRET, 0, " ").status()).isEqualTo(401);
        assertThat(send("kr.other", body, SECRET, 0, "").status()).isEqualTo(401);
        assertThat(send("kr.nobody", body, SECRET, 0, "").status()).isEqualTo(401);
        var unsigned = new Http(environment, "").post("/api/v1/carriers/kr.ilyanglogis/events", body);
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.type()).startsWith("application/problem+json");
    }

    @Test
    void TRK_1_a_carrier_speaks_of_its_own_parcels_only_and_is_told_what_is_wrong() {
        String body =
                "{\"carrier\":\"kr.hanjin\"," + EVENT.formatted("SIGNED-3").substring(1);
        assertThat(send("kr.ilyanglogis", body, SECRET, 0, "").status()).isEqualTo(200);
        var refused = send("kr.ilyanglogis", "[{\"trackingNumber\":\"1\"}]", SECRET, 0, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString(""))
                .isEqualTo("[0].trackingNumber");
        assertThat(send("kr.ilyanglogis", "no json", SECRET, 0, "").status()).isEqualTo(400);
    }

    @Test
    void TRK_2_what_was_pushed_stays_readable_without_persons() {
        String body = EVENT.formatted("RAW-1001").replace("}", ",\"text\":\"문앞 보관\",\"receiver\":\"홍길동\"}");
        assertThat(send("kr.ilyanglogis", body, SECRET, 0, "").status()).isEqualTo(200);
        assertThat(stored("RAW-1001"))
                .singleElement()
                .asString()
                .contains("kr.ilyanglogis", "PICKED_UP", "문앞 보관", "2026-11-23T08:50:00+09:00")
                .doesNotContain("홍길동");
    }

    @Test
    void TRK_2_so_does_what_was_refused_and_what_a_mall_pushed_but_nothing_unsigned() {
        String refused = EVENT.formatted("RAW-1002").replace("PICKED_UP", "EATEN");
        assertThat(send("kr.ilyanglogis", refused, SECRET, 0, "").status()).isEqualTo(422);
        assertThat(stored("RAW-1002")).hasSize(1);

        String ofMall = "[" + EVENT.formatted("RAW-1003").replace("{", "{\"carrier\":\"kr.kdexp\",") + "]";
        assertThat(new Http(environment, TestKeys.RAINBOW)
                        .post("/api/v1/scans", ofMall)
                        .status())
                .isEqualTo(200);
        assertThat(stored("RAW-1003")).singleElement().asString().startsWith("1 ");

        assertThat(send("kr.ilyanglogis", EVENT.formatted("RAW-1004"), SECRET, 0, " ")
                        .status())
                .isEqualTo(401);
        assertThat(stored("RAW-1004")).isEmpty();
    }

    private List<String> stored(String number) {
        bodies.write();
        return jdbc.sql("""
                select caller_tenant || ' ' || coalesce(carrier, '') || ' ' || body from tracking.pushed_body
                where body like '%' || :number || '%'
                """).param("number", number).query(String.class).list();
    }

    @Test
    void the_example_of_the_manual_runs_as_it_stands() throws IOException, InterruptedException {
        Matcher example = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/carrier-webhook.md")));
        assertThat(example.find()).isTrue();
        ProcessBuilder shell = new ProcessBuilder(
                "bash",
                "-c",
                example.group(1).replace("$(date +%s)", "" + clock.instant().getEpochSecond()));
        shell.environment().put("SECRET", SECRET);
        shell.environment().put("DOCHAK", "http://localhost:" + environment.getRequiredProperty("local.server.port"));
        Process running = shell.redirectErrorStream(true).start();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"accepted\":0,\"duplicates\":0,\"parked\":1,\"rejected\":[]}");
    }
}
