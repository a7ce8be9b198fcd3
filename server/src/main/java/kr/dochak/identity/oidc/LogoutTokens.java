package kr.dochak.identity.oidc;

import static kr.dochak.identity.oidc.IdTokens.must;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.shared.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Whether a logout token (OpenID Connect Back-Channel Logout) is of the provider, for us and of now, and of whom it speaks. */
final class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    /** It is sent at once; one that is older is somebody's copy. */
    private static final Duration NEW_FOR = Duration.ofMinutes(5);

    private final NimbusJwtDecoder decoder;
    private final Issuer issuer;

    /** @param now the time as the provider has it, too */
    LogoutTokens(Issuer issuer, String clientId, JWKSource<SecurityContext> keys, InstantSource now) {
        this.issuer = issuer;
        this.decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(all -> all.addAll(IdTokens.BY_KEY_PAIR))
                .build();
        decoder.setJwtValidator(rules(issuer, clientId, now));
    }

    /**
     * What has ended there.
     *
     * @param id of the token, which counts once
     * @param until when it is too old to be taken anyway
     * @param account whose log-ins; null where only the session is named
     * @param session a hash of what the provider calls it; null for all of them
     */
    record Logout(
            String id,
            Instant until,
            ProviderAccounts.@Nullable Account account,
            @Nullable String session) {}

    /** Nothing when the token is not what it should be. */
    Optional<Logout> check(String token) {
        try {
            return Optional.of(logout(decoder.decode(token)));
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A hash of what the provider calls a session there; nothing where a token names none. */
    static Optional<String> session(Jwt jwt) {
        return jwt.getClaim("sid") instanceof String text && !text.isEmpty()
                ? Optional.of(Hash.hex(text))
                : Optional.empty();
    }

    private static OAuth2TokenValidator<Jwt> rules(Issuer issuer, String clientId, InstantSource now) {
        JwtTimestampValidator times = new JwtTimestampValidator(IdTokens.CLOCKS_DIFFER);
        times.setClock(now.withZone(ZoneOffset.UTC));
        JwtTypeValidator type = new JwtTypeValidator(List.of("logout+jwt", "JWT"));
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type,
                times,
                new JwtIssuerValidator(issuer.address().toString()),
                must(
                        "aud",
                        jwt -> jwt.getAudience() != null && jwt.getAudience().contains(clientId)),
                must("iat", jwt -> isNew(jwt.getIssuedAt(), now.instant())),
                must("jti", jwt -> jwt.getId() != null && !jwt.getId().isBlank()),
                must("events", jwt -> jwt.getClaim("events") instanceof Map<?, ?> map && map.get(EVENT) instanceof Map),
                must("nonce", jwt -> !jwt.hasClaim("nonce")),
                must("sub", jwt -> jwt.getSubject() == null || IdTokens.isSubject(jwt.getSubject())),
                must("sid", jwt -> jwt.getSubject() != null || session(jwt).isPresent()));
    }

    private static boolean isNew(@Nullable Instant at, Instant now) {
        return at != null
                && at.isBefore(now.plus(IdTokens.CLOCKS_DIFFER))
                && at.plus(NEW_FOR).isAfter(now);
    }

    private Logout logout(Jwt jwt) {
        Instant at = jwt.getIssuedAt();
        String id = jwt.getId();
        String subject = jwt.getSubject();
        if (at == null || id == null) {
            throw new IllegalArgumentException("checked, and without its moment or number");
        }
        return new Logout(
                id,
                at.plus(NEW_FOR).plus(IdTokens.CLOCKS_DIFFER),
                subject == null
                        ? null
                        : new ProviderAccounts.Account(issuer.address().toString(), subject),
                session(jwt).orElse(null));
    }
}
