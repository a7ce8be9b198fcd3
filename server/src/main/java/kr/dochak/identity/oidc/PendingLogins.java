package kr.dochak.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.vault.Secrets;
import kr.dochak.shared.Hash;
import kr.dochak.time.WorldClock;
import org.springframework.stereotype.Component;

/**
 * Log-ins that are on their way to the provider and back: sealed in a cookie of ten minutes of the browser that began them, so
 * that strangers who begin a million leave nothing here.
 */
@Component
class PendingLogins {

    private static final Duration LIVES = Duration.ofMinutes(10);
    private static final String BELONGS_TO = "oidc-login";
    private static final int MOST_CHARACTERS = 1_000;
    private static final int PARTS = 4;

    private final BrowserCookie cookie = new BrowserCookie("staff-oidc", OidcSettings.AT, LIVES);
    private final Secrets secrets;
    private final WorldClock clock;

    PendingLogins(Secrets secrets, WorldClock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param state comes back with the browser
     * @param nonce comes back in the id token
     * @param verifier shows the provider that who exchanges the code is who asked for it (PKCE)
     */
    record Pending(String state, String nonce, String verifier) {

        /** What the provider is told of the verifier beforehand. */
        String challenge() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Hash.of(verifier));
        }

        boolean isOf(String given) {
            return MessageDigest.isEqual(
                    state.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Begins one; another that the browser had begun is over. */
    Pending begin(HttpServletRequest request, HttpServletResponse response) {
        Pending fresh = new Pending(BrowserCookie.random(), BrowserCookie.random(), BrowserCookie.random());
        long until = clock.onDevices().plus(LIVES).getEpochSecond();
        String text = String.join("|", fresh.state(), fresh.nonce(), fresh.verifier(), Long.toString(until));
        cookie.set(
                Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(text, BELONGS_TO)),
                request,
                response);
        return fresh;
    }

    /** The one that comes back with this state; whatever comes, the browser has none any more. */
    Optional<Pending> end(String state, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> value = cookie.of(request);
        value.ifPresent(any -> cookie.end(request, response));
        return value.filter(text -> text.length() <= MOST_CHARACTERS)
                .flatMap(text -> secrets.openOurs(text, BELONGS_TO))
                .flatMap(this::read)
                .filter(pending -> pending.isOf(state));
    }

    private Optional<Pending> read(String text) {
        List<String> parts = List.of(text.split("\\|"));
        return parts.size() == PARTS && clock.onDevices().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.get(3))))
                ? Optional.of(new Pending(parts.get(0), parts.get(1), parts.get(2)))
                : Optional.empty();
    }
}
