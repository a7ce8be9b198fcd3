package kr.dochak.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.identity.OidcRefusal;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.oidc.PendingLogins.Pending;
import kr.dochak.shared.PublicUrl;
import kr.dochak.time.WorldClock;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The company's provider: where it wants browsers, and what it says of who comes back with a code. It is asked how it is spoken
 * to with the first log-in and then every hour; while it does not answer, what it said before counts.
 */
@Component
class Provider {

    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /** Its keys are asked for again after this, and at once for one that is not known, but not more often than that. */
    private static final Duration KEYS_KNOWN_FOR = Duration.ofMinutes(15);

    private static final Duration KEYS_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(10);

    private final Issuer issuer;
    private final OidcSettings settings;
    private final ProviderLine line;
    private final PublicUrl url;
    private final WorldClock clock;
    private volatile @Nullable Connection connection;

    Provider(Issuer issuer, OidcSettings settings, ProviderLine line, PublicUrl url, WorldClock clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.line = line;
        this.url = url;
        this.clock = clock;
    }

    private record Connection(Discovered at, Tokens tokens, Instant since) {}

    /** What it signs, by the keys it has now. */
    private record Tokens(IdTokens ids, LogoutTokens logouts) {}

    /** What came of a code. */
    sealed interface Answer {

        record Vouched(IdTokens.Claims claims) implements Answer {}

        record Refused(OidcRefusal why) implements Answer {}
    }

    /** Where the browser is sent; nothing while the provider has never answered. */
    Optional<URI> entrance(Pending login) {
        return connection().map(provider -> {
            String address = provider.at().authorization().toString();
            Map<String, String> wish = new LinkedHashMap<>();
            wish.put("response_type", "code");
            wish.put("client_id", settings.clientId());
            wish.put("redirect_uri", back());
            wish.put("scope", "openid email");
            wish.put("state", login.state());
            wish.put("nonce", login.nonce());
            wish.put("code_challenge", login.challenge());
            wish.put("code_challenge_method", "S256");
            return URI.create(address + (address.contains("?") ? "&" : "?") + form(wish));
        });
    }

    /** Exchanges a code for what the provider says of its user. */
    Answer exchange(String code, Pending login) {
        Optional<Connection> provider = connection();
        Optional<Response.Answered> answer = provider.flatMap(each -> line.send(request(each.at(), code, login)));
        if (answer.isEmpty()) {
            return new Answer.Refused(OidcRefusal.UNREACHABLE);
        }
        Optional<JsonNode> body = ProviderLine.json(answer.get());
        if (body.isEmpty()) {
            return new Answer.Refused(OidcRefusal.UNREACHABLE);
        }
        if (answer.get().status() != 200) {
            boolean used = body.get().path("error").asString("").equals("invalid_grant");
            return new Answer.Refused(used ? OidcRefusal.CODE : OidcRefusal.UNREACHABLE);
        }
        String token = body.get().path("id_token").asString("");
        return provider.orElseThrow()
                .tokens()
                .ids()
                .check(token, login.nonce())
                .<Answer>map(Answer.Vouched::new)
                .orElseGet(() -> new Answer.Refused(OidcRefusal.TOKEN));
    }

    /** What a token says that tells us of a log-out there; nothing when it is none of the provider's for us and of now. */
    Optional<LogoutTokens.Logout> logout(String token) {
        return connection().flatMap(provider -> provider.tokens().logouts().check(token));
    }

    private Request request(Discovered at, String code, Pending login) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", back());
        fields.put("code_verifier", login.verifier());
        if (at.secretInBody()) {
            fields.put("client_id", settings.clientId());
            fields.put("client_secret", settings.clientSecret());
        }
        Request request = Request.post(at.token(), "application/x-www-form-urlencoded", form(fields))
                .with("Accept", "application/json");
        String both = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        String header = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return at.secretInBody() ? request : request.with("Authorization", header);
    }

    private String back() {
        return url.address().toString().replaceAll("/+$", "") + OidcSettings.AT + "/back";
    }

    private Optional<Connection> connection() {
        Connection last = connection;
        Instant now = clock.onDevices();
        if (last != null && now.isBefore(last.since().plus(KNOWN_FOR))) {
            return Optional.of(last);
        }
        Optional<Connection> fresh = discovered().map(at -> new Connection(at, tokens(at, last), now));
        fresh.ifPresent(each -> connection = each);
        return fresh.or(() -> Optional.ofNullable(last));
    }

    private Optional<Discovered> discovered() {
        return line.send(Request.get(issuer.discovery()))
                .filter(answered -> answered.status() == 200)
                .flatMap(ProviderLine::json)
                .flatMap(document -> Discovered.of(document, issuer));
    }

    /** With the keys that are known, as long as they are at the same address. */
    private Tokens tokens(Discovered at, @Nullable Connection last) {
        if (last != null && last.at().keys().equals(at.keys())) {
            return last.tokens();
        }
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(at.keys().toURL(), line)
                    .cache(KEYS_KNOWN_FOR.toMillis(), KEYS_WITHIN.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_AGAIN_AFTER.toMillis())
                    .build();
            return new Tokens(
                    new IdTokens(issuer, settings.clientId(), keys, clock::onDevices),
                    new LogoutTokens(issuer, settings.clientId(), keys, clock::onDevices));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("allowed, and no address: " + at.keys(), e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
