package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.factors.Phone;
import org.junit.jupiter.api.Test;

/** IDN-1: the provider reports that somebody was logged out there, and what came by it ends here. */
class OidcLogoutTests extends OidcTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private Visitor comesIn(String session) {
        PROVIDER.claims = claims -> claims.claim("sid", session);
        Visitor visitor = new Visitor();
        assertThat(visitor.comeIn()).isEqualTo("/console");
        return visitor;
    }

    private boolean isIn(Visitor visitor) {
        return visitor.get("/console/sessions").status() == 200;
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = clock.onDevices();
        return new JWTClaimsSet.Builder()
                .issuer(PROVIDER.issuer())
                .audience(CompanyProvider.CLIENT)
                .subject("subject-" + id)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private static int report(String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(HERE + "/hooks/oidc/logout"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(
                                    "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            return answer.statusCode();
        }
    }

    private static int report(JWTClaimsSet.Builder claims) throws IOException, InterruptedException {
        return report(PROVIDER.signed("logout+jwt", claims.build()));
    }

    private List<String> notes() {
        return jdbc.sql("""
                select s.outcome || ' ' || s.detail from identity.security_log s
                left join identity.staff f on f.id = s.staff_id
                where s.kind = 'SESSIONS' and (f.email = :email or s.staff_id is null and s.outcome = 'REFUSED')
                order by s.id desc limit 1
                """).param("email", email).query(String.class).list();
    }

    @Test
    void IDN_1_a_session_that_ends_there_ends_here_and_the_others_go_on() throws Exception {
        works(Role.MANAGER);
        Visitor office = comesIn("office");
        Visitor home = comesIn("home");
        assertThat(report(claims().claim("sid", "office"))).isEqualTo(200);
        assertThat(isIn(office)).isFalse();
        assertThat(isIn(home)).isTrue();
        assertThat(notes()).containsExactly("DONE PROVIDER ended 1");
        assertThat(report(claims().subject(null).claim("sid", "home"))).isEqualTo(200);
        assertThat(isIn(home)).isFalse();
    }

    @Test
    void IDN_1_an_account_that_is_logged_out_there_loses_all_that_came_by_it_but_not_a_log_in_by_password()
            throws Exception {
        works(Role.MANAGER);
        Visitor named = comesIn("named");
        PROVIDER.claims = any -> {};
        Visitor another = comesIn("another");
        Visitor password = byPassword();
        assertThat(report(claims())).isEqualTo(200);
        assertThat(isIn(named)).isFalse();
        assertThat(isIn(another)).isFalse();
        assertThat(isIn(password)).isTrue();
        assertThat(ways()).containsExactly("PASSWORD");
    }

    /** A log-in of which the provider knows nothing. */
    private Visitor byPassword() {
        Visitor visitor = comesIn("another");
        jdbc.sql("""
                update identity.login_session set way = 'PASSWORD', provider_session = null
                where id = (select max(s.id) from identity.login_session s join identity.staff f on f.id = s.staff_id
                            where f.email = :email)
                """).param("email", email).update();
        return visitor;
    }

    @Test
    void IDN_1_somebody_elses_session_and_account_end_nothing_of_ours() throws Exception {
        works(Role.MANAGER);
        Visitor visitor = comesIn("mine");
        assertThat(report(claims().subject("somebody-" + id))).isEqualTo(200);
        assertThat(report(claims().subject("somebody-" + id).claim("sid", "mine")))
                .isEqualTo(200);
        assertThat(report(claims().subject(null).claim("sid", "theirs"))).isEqualTo(200);
        assertThat(isIn(visitor)).isTrue();
    }

    @Test
    void IDN_1_a_report_counts_once() throws Exception {
        works(Role.MANAGER);
        String token =
                PROVIDER.signed("logout+jwt", claims().claim("sid", "first").build());
        Visitor first = comesIn("first");
        assertThat(report(token)).isEqualTo(200);
        assertThat(isIn(first)).isFalse();
        Visitor again = comesIn("first");
        assertThat(report(token)).isEqualTo(400);
        assertThat(isIn(again)).isTrue();
        assertThat(notes()).containsExactly("REFUSED PROVIDER");
    }

    @Test
    void IDN_1_what_is_no_report_of_the_provider_for_us_and_of_now_ends_nothing() throws Exception {
        works(Role.MANAGER);
        Visitor visitor = comesIn("mine");
        Map<String, String> wrong = new LinkedHashMap<>();
        but(wrong, "issuer", claims -> claims.issuer("https://elsewhere.example.com"));
        but(wrong, "audience", claims -> claims.audience("another"));
        but(wrong, "no audience", claims -> claims.audience((String) null));
        but(wrong, "no event", claims -> claims.claim("events", null));
        but(wrong, "another event", claims -> claims.claim("events", Map.of("http://example.com/event", Map.of())));
        but(wrong, "an event that is a text", claims -> claims.claim("events", EVENT));
        but(wrong, "a nonce", claims -> claims.claim("nonce", "once"));
        but(wrong, "no id", claims -> claims.jwtID(null));
        but(wrong, "no moment", claims -> claims.issueTime(null));
        but(
                wrong,
                "old",
                claims -> claims.issueTime(Date.from(clock.onDevices().minusSeconds(301)))
                        .expirationTime(null));
        but(
                wrong,
                "over",
                claims -> claims.expirationTime(Date.from(clock.onDevices().minusSeconds(61))));
        but(
                wrong,
                "of tomorrow",
                claims -> claims.issueTime(Date.from(clock.onDevices().plusSeconds(86_400)))
                        .expirationTime(null));
        but(wrong, "of nobody", claims -> claims.subject(null));
        wrong.put("an id token", PROVIDER.signed("at+jwt", claims().build()));
        wrong.put("unsigned", new PlainJWT(claims().build()).serialize());
        wrong.put("another's key", foreign(claims().build()));
        wrong.put("nothing", "");
        wrong.put("rubbish", "a.b.c");
        wrong.put("endless", "a".repeat(9_000));
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            assertThat(report(each.getValue())).as(each.getKey()).isEqualTo(400);
        }
        assertThat(isIn(visitor)).isTrue();
        assertThat(report(PROVIDER.signed("none", claims().build())))
                .as("no type")
                .isEqualTo(200);
        assertThat(isIn(visitor)).isFalse();
    }

    private void but(Map<String, String> wrong, String what, Consumer<JWTClaimsSet.Builder> twist) {
        JWTClaimsSet.Builder claims = claims();
        twist.accept(claims);
        wrong.put(what, PROVIDER.signed("logout+jwt", claims.build()));
    }

    /** Under the name of the provider's key. */
    private static String foreign(JWTClaimsSet claims) throws JOSEException {
        return CompanyProvider.signed(new RSAKeyGenerator(2048).keyID("first").generate(), "logout+jwt", claims);
    }

    @Test
    void IDN_1_a_second_factor_of_ours_in_between_forgets_nothing_of_it() throws Exception {
        works(Role.AGENT);
        Visitor first = comesIn("without-factor");
        first.post("/console/second-factor", "/console/second-factor/app", "x", "");
        Phone phone = Phone.reading(first.get("/console/second-factor").text());
        first.post("/console/second-factor", "/console/second-factor/app/code", "code", phone.code(clock.instant()));
        later(Duration.ofMinutes(2));
        PROVIDER.claims = claims -> claims.claim("sid", "with-factor");
        Visitor visitor = new Visitor();
        assertThat(visitor.comeIn()).isEqualTo("/console/login/code");
        visitor.post("/console/login/code", "/console/login/code", "code", phone.code(clock.instant()));
        assertThat(isIn(visitor)).isTrue();
        assertThat(report(claims().claim("sid", "with-factor"))).isEqualTo(200);
        assertThat(isIn(visitor)).isFalse();
    }
}
