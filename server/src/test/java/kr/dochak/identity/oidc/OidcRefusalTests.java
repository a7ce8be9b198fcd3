package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.OidcRefusal;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.oidc.PendingLogins.Pending;
import kr.dochak.shared.PublicUrl;
import kr.dochak.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import tools.jackson.databind.json.JsonMapper;

/** IDN-1: what a provider says opens nothing unless it is said by it, to us, now, about somebody who works here. */
class OidcRefusalTests extends OidcTest {

    private static final Pending LOGIN = new Pending("state", "nonce", "verifier");

    private static final JWSSigner STRANGER = stranger();

    @Autowired
    private Wire wire;

    private final Visitor visitor = new Visitor();

    /** How a token is wrong; {@code claims} is given the moment at which it is made. */
    private record Case(String name, BiConsumer<JwtClaimsSet.Builder, Instant> claims, UnaryOperator<String> token) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case claims(String name, Consumer<JwtClaimsSet.Builder> claims) {
        return new Case(name, (all, now) -> claims.accept(all), UnaryOperator.identity());
    }

    private static Case times(String name, Duration from, Duration to) {
        return new Case(
                name,
                (all, now) ->
                        all.issuedAt(now.plus(from)).notBefore(now.plus(from)).expiresAt(now.plus(to)),
                UnaryOperator.identity());
    }

    private static Case token(String name, UnaryOperator<String> token) {
        return new Case(name, (all, now) -> {}, token);
    }

    private static Stream<Case> wrong() {
        return Stream.of(
                claims("of another log-in", all -> all.claim("nonce", "another")),
                claims("for another client", all -> all.audience(List.of("another"))),
                claims("given to another client", all -> all.claim("azp", "another")),
                claims("of another issuer", all -> all.issuer("http://localhost:1")),
                times("over", Duration.ofHours(-2), Duration.ofMinutes(-2)),
                times("of tomorrow", Duration.ofDays(1), Duration.ofDays(2)),
                claims("about nobody", all -> all.subject(" ")),
                claims("about somebody without end", all -> all.subject("x".repeat(256))),
                token("unsigned", OidcRefusalTests::unsigned),
                token("signed by our own secret", text -> signed(text, JWSAlgorithm.HS256, ownSecret())),
                token("signed by a stranger", text -> signed(text, JWSAlgorithm.RS256, STRANGER)),
                token("changed", text -> text.replaceFirst("\\.e", ".f")),
                token("rubbish", text -> "x.y.z"),
                token("missing", text -> ""));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void IDN_1_an_id_token_that_is_not_what_it_should_be_opens_nothing(Case each) {
        works(Role.AGENT);
        PROVIDER.claims = all -> each.claims().accept(all, clock.onDevices());
        PROVIDER.token = each.token();
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=TOKEN");
        assertThat(visitor.cookie("staff")).isEmpty();
        noted("PROVIDER TOKEN");
        assertThat(ways()).isEmpty();
        assertThat(bound()).isEmpty();
    }

    private static String unsigned(String token) {
        return new PlainJWT(read(token)).serialize();
    }

    private static String signed(String token, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID("first").build(), read(token));
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made before anybody waits for it. */
    private static JWSSigner stranger() {
        try {
            return new RSASSASigner(new RSAKeyGenerator(2048).keyID("first").generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner ownSecret() {
        try {
            byte[] secret = (CompanyProvider.SECRET + CompanyProvider.SECRET).getBytes(StandardCharsets.UTF_8);
            return new MACSigner(secret);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet read(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void IDN_1_who_is_nobody_here_stays_nobody() {
        String end = visitor.comeIn();
        assertThat(end).isEqualTo("/console/login?oidc=UNKNOWN");
        assertThat(visitor.get(end).text()).contains("관리자에게 초대를 부탁해 주세요");
        assertThat(staff.byEmail(email)).isEmpty();
    }

    @Test
    void IDN_1_an_e_mail_that_nobody_vouches_for_opens_nothing() {
        works(Role.AGENT);
        is("subject-" + id, email, false);
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=UNVERIFIED");
        PROVIDER.claims = all -> all.claim("email_verified", "maybe").claim("xms_edov", true);
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=UNVERIFIED");
        is("subject-" + id, "", true);
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=UNVERIFIED");
        assertThat(bound()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"closed_at", "locked_at"})
    void IDN_1_who_left_or_is_locked_stays_out_bound_or_not(String how) {
        works(Role.AGENT);
        String stop = "update identity.staff set active = false, %s = now() where email = :email".formatted(how);
        jdbc.sql(stop).param("email", email).update();
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=CLOSED");
        jdbc.sql("update identity.staff set active = true where email = :email")
                .param("email", email)
                .update();
        assertThat(visitor.comeIn()).isEqualTo("/console");
        jdbc.sql(stop).param("email", email).update();
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=CLOSED");
        noted("PROVIDER CLOSED");
    }

    @Test
    void IDN_1_a_provider_that_is_broken_or_answers_nonsense_lets_nobody_in() {
        works(Role.AGENT);
        PROVIDER.mood = CompanyProvider.Mood.BROKEN;
        assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=UNREACHABLE");
        PROVIDER.mood = CompanyProvider.Mood.RUBBISH;
        String end = visitor.comeIn();
        assertThat(end).isEqualTo("/console/login?oidc=UNREACHABLE");
        assertThat(visitor.get(end).text()).contains("비밀번호로 로그인해 주세요");
        PROVIDER.mood = CompanyProvider.Mood.WELL;
        assertThat(visitor.comeIn()).isEqualTo("/console");
    }

    @Test
    void IDN_1_a_provider_that_is_silent_is_waited_for_five_seconds_and_holds_nobody_else_up() throws Exception {
        works(Role.AGENT);
        CountDownLatch silence = new CountDownLatch(1);
        PROVIDER.silence = silence;
        PROVIDER.mood = CompanyProvider.Mood.SILENT;
        String back = visitor.fetch();
        long began = System.nanoTime();
        List<Thread> waiting = Stream.generate(() -> Thread.ofVirtual().unstarted(() -> new Visitor().comeIn()))
                .limit(4)
                .toList();
        waiting.forEach(Thread::start);
        Thread own = Thread.ofVirtual().start(() -> visitor.get(back));
        Visitor password = new Visitor();
        for (int i = 0; i < 10; i++) {
            assertThat(password.get("/console/login").status()).isEqualTo(200);
        }
        assertThat(own.isAlive()).as("still waiting while pages were answered").isTrue();
        own.join(Duration.ofSeconds(20));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        noted("PROVIDER UNREACHABLE");
        silence.countDown();
        for (Thread thread : waiting) {
            thread.join(Duration.ofSeconds(20));
        }
    }

    @Test
    void IDN_1_a_provider_that_is_down_is_an_answer_and_no_failure() {
        Issuer nowhere = new Issuer(URI.create("http://localhost:" + CompanyProvider.freePort()));
        OidcSettings settings = new OidcSettings(nowhere.address().toString(), "dochak", "secret", "");
        Provider provider = new Provider(
                nowhere, settings, new ProviderLine(nowhere, wire), new PublicUrl(URI.create(HERE)), clock);
        assertThat(provider.entrance(LOGIN)).isEmpty();
        assertThat(provider.exchange("code", LOGIN)).isEqualTo(new Provider.Answer.Refused(OidcRefusal.UNREACHABLE));
    }

    @Test
    void IDN_1_a_network_that_comes_back_with_nothing_is_slowed_down() {
        works(Role.AGENT);
        PROVIDER.claims = all -> all.claim("nonce", "another");
        for (int i = 0; i < 30; i++) {
            assertThat(visitor.comeIn()).isEqualTo("/console/login?oidc=TOKEN");
        }
        PROVIDER.calm(clock::onDevices);
        Visitor.Answer slowed = visitor.get(visitor.fetch());
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.whole().headers().firstValue("Retry-After")).isEqualTo(Optional.of("600"));
        assertThat(slowed.text()).contains("회사 계정 로그인이 여러 번 되지 않았어요");
        later(Duration.ofMinutes(10));
        for (int i = 0; i < 31; i++) {
            assertThat(new Visitor().comeIn()).as("who comes in is not counted").isEqualTo("/console");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://login.example.com, dochak, secret",
        "ldap://login.example.com, dochak, secret",
        "company, dochak, secret",
        "https://login.example.com, '', secret",
        "https://login.example.com, dochak, ''"
    })
    void IDN_1_half_a_provider_stops_the_start(String issuer, String client, String secret) {
        OidcSettings settings = new OidcSettings(issuer, client, secret, "");
        assertThatThrownBy(() -> new OidcConfiguration().oidcIssuer(settings))
                .isInstanceOf(StartProblem.class)
                .hasMessageNotContaining("secret");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com/token, true",
        "https://elsewhere.example.com/token, true",
        "http://elsewhere.example.com/token, false",
        "http://login.example.com/token, false",
        "https://user@login.example.com/token, false",
        "https://login.example.com/token#x, false",
        "javascript:alert(1), false",
        "/token, false",
        "' ', false"
    })
    void IDN_1_a_provider_sends_us_to_encrypted_addresses_only(String address, boolean goes) {
        Issuer issuer = new Issuer(URI.create("https://login.example.com"));
        assertThat(issuer.allowed(address).isPresent()).isEqualTo(goes);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com, https://login.example.com/t, https://login.example.com/k, true",
        "https://login.example.com, https://tokens.example.com/t, https://keys.example.com/k, true",
        "https://login.example.com/, https://login.example.com/t, https://login.example.com/k, false",
        "https://evil.example.com, https://login.example.com/t, https://login.example.com/k, false",
        "https://login.example.com, http://login.example.com/t, https://login.example.com/k, false",
        "https://login.example.com, https://login.example.com/t, '', false"
    })
    void IDN_1_how_a_provider_is_spoken_to_is_believed_from_itself_alone(
            String issuer, String token, String keys, boolean believed) {
        var document = JsonMapper.shared()
                .createObjectNode()
                .put("issuer", issuer)
                .put("authorization_endpoint", "https://login.example.com/a")
                .put("token_endpoint", token)
                .put("jwks_uri", keys);
        document.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
        Optional<Discovered> found = Discovered.of(document, new Issuer(URI.create("https://login.example.com")));
        assertThat(found.map(Discovered::secretInBody)).isEqualTo(believed ? Optional.of(true) : Optional.empty());
    }

    @Test
    void IDN_1_only_its_own_host_may_be_in_our_network() {
        ProviderLine line = new ProviderLine(new Issuer(URI.create("https://login.example.com")), wire);
        var request = kr.dochak.wire.Request.get(URI.create(PROVIDER.issuer() + "/oauth2/jwks"));
        assertThat(line.send(request)).as("named by a provider elsewhere").isEmpty();
        ProviderLine own = new ProviderLine(new Issuer(URI.create(PROVIDER.issuer())), wire);
        assertThat(own.send(request)).isPresent();
    }
}
